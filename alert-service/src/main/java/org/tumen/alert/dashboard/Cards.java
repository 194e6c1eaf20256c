package org.tumen.alert.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.Story;

/** Stories as the page shows them, with the hop that only the deliveries know. */
@Service
class Cards {

    /** Of the earlier alerts of a story; whoever wants all asks the API. */
    private static final int MOST_EARLIER = 12;

    private final Alerts alerts;
    private final Deliveries deliveries;

    Cards(Alerts alerts, Deliveries deliveries) {
        this.alerts = alerts;
        this.deliveries = deliveries;
    }

    /**
     * A story by its last alert; one alert alone where there is no story.
     *
     * @param id of the story, the same whatever comes to it
     * @param position the cursor, the last alert's place in the order of raising
     * @param view of the last alert
     * @param earlier alerts of the story, newest first
     */
    record Card(String id, long position, AlertView view, List<AlertView> earlier) {}

    /** Newest first. */
    List<Card> before(long position, int limit) {
        return cards(alerts.lastOfStoriesBefore(position, limit));
    }

    /** Oldest first; a story of which several alerts came is there for each. */
    List<Card> after(long position, int limit) {
        return cards(alerts.after(position, limit));
    }

    /** The card on which this alert is. */
    Optional<Card> find(AlertId id) {
        return alerts.find(id).map(this::last).map(List::of).map(this::cards).map(List::getFirst);
    }

    private Placed last(Placed placed) {
        var story = placed.alert().event().story();
        return story == null
                ? placed
                : alerts.ofStories(List.of(story.id()), 1).stream().findFirst().orElse(placed);
    }

    private List<Card> cards(List<Placed> placed) {
        var accepted = deliveries.firstAccepted(
                placed.stream().map(one -> one.alert().id()).toList());
        var ofStories = ofStories(placed);
        return placed.stream()
                .map(one -> {
                    var alert = one.alert();
                    var hops = alert.event().hops();
                    var at = accepted.get(alert.id());
                    var earlier = ofStories.getOrDefault(id(alert), List.of()).stream()
                            .filter(other -> other.position() < one.position())
                            .map(Cards::view)
                            .toList();
                    return new Card(
                            id(alert),
                            one.position(),
                            AlertView.of(alert, at == null ? hops : hops.delivered(at)),
                            earlier);
                })
                .toList();
    }

    private Map<String, List<Placed>> ofStories(List<Placed> placed) {
        var stories = placed.stream()
                .flatMap(one -> Stream.ofNullable(one.alert().event().story()))
                .map(Story::id)
                .collect(Collectors.toSet());
        return alerts.ofStories(stories, 1 + MOST_EARLIER).stream()
                .collect(Collectors.groupingBy(one -> id(one.alert())));
    }

    private static AlertView view(Placed placed) {
        return AlertView.of(placed.alert(), placed.alert().event().hops());
    }

    private static String id(Alert alert) {
        var story = alert.event().story();
        return story == null ? alert.id().value() : story.id().value();
    }
}
