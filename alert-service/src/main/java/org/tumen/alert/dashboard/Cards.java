package org.tumen.alert.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.feedback.Feedback;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.feedback.Verdict;
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
    private final Feedback feedback;

    Cards(Alerts alerts, Deliveries deliveries, Feedback feedback) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.feedback = feedback;
    }

    /**
     * A story by its last alert; one alert alone where there is no story.
     *
     * @param id of the story, the same whatever comes to it
     * @param position the cursor, the last alert's place in the order of raising
     * @param view of the last alert
     * @param choices for each finding of the last alert, the verdicts there are and how often each was given
     * @param earlier alerts of the story, newest first
     */
    record Card(String id, long position, AlertView view, List<List<Choice>> choices, List<AlertView> earlier) {}

    /**
     * A verdict that may be given.
     *
     * @param word sent when it is chosen
     * @param times by how many persons it was given
     */
    record Choice(String word, String label, String meaning, long times) {}

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

    /** The verdicts on one finding; of one that nobody has judged each with zero. */
    List<Choice> choices(AlertId alert, int finding) {
        return choices(feedback.on(List.of(alert)).getOrDefault(alert, List.of()), finding);
    }

    private static List<Choice> choices(List<Given> given, int finding) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new Choice(
                        verdict.word(),
                        verdict.label(),
                        verdict.meaning(),
                        given.stream()
                                .filter(one -> one.finding() == finding && one.verdict() == verdict)
                                .count()))
                .toList();
    }

    private Placed last(Placed placed) {
        var story = placed.alert().event().story();
        return story == null
                ? placed
                : alerts.ofStories(List.of(story.id()), 1).stream().findFirst().orElse(placed);
    }

    private List<Card> cards(List<Placed> placed) {
        var ids = placed.stream().map(one -> one.alert().id()).toList();
        var accepted = deliveries.firstAccepted(ids);
        var verdicts = feedback.on(ids);
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
                            IntStream.range(0, alert.event().findings().size())
                                    .mapToObj(finding -> choices(verdicts.getOrDefault(alert.id(), List.of()), finding))
                                    .toList(),
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
