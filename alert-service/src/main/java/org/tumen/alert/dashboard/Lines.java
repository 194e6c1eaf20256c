package org.tumen.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tumen.alert.dashboard.NowQuery.Hit;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;

/** Stories as lists show them. */
@Service
class Lines {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Alerts alerts;
    private final NowQuery query;
    private final Clock clock;

    Lines(Alerts alerts, NowQuery query, Clock clock) {
        this.alerts = alerts;
        this.query = query;
        this.clock = clock;
    }

    /** The place of the last alert; 0 before the first. */
    long last() {
        return alerts.last();
    }

    /** Newest first, before this place. */
    List<Line> before(long place, NowFilter filter, int limit) {
        return lines(query.before(place, filter, limit));
    }

    /** Of the last seven days, the least likely first. */
    List<Line> mostSurprising(int limit) {
        return lines(query.mostSurprising(clock.instant().minus(WEEK), limit));
    }

    /**
     * What a reader may lack who has seen a place, oldest first; a story of which several alerts came is there for each.
     *
     * @return empty when it is more than so many alerts
     */
    Optional<List<Line>> since(long position, NowFilter filter, int most) {
        var since = alerts.since(position, most + 1);
        if (since.size() > most) {
            return Optional.empty();
        }
        return Optional.of(since.stream()
                .filter(placed -> filter.wants(placed.alert().event()))
                .map(placed -> line(placed, placed.position()))
                .toList());
    }

    /** The line of the story that this alert is on; empty when the filter does not want the alert. */
    Optional<Line> find(AlertId id, NowFilter filter) {
        return alerts.find(id)
                .filter(placed -> filter.wants(placed.alert().event()))
                .map(this::last)
                .map(placed -> line(placed, placed.position()));
    }

    private Placed last(Placed placed) {
        var story = placed.alert().event().story();
        return story == null
                ? placed
                : alerts.ofStories(List.of(story.id()), 1).stream().findFirst().orElse(placed);
    }

    private List<Line> lines(List<Hit> hits) {
        var found = alerts.all(hits.stream().map(Hit::alert).toList()).stream()
                .collect(Collectors.toMap(placed -> placed.alert().id(), Function.identity()));
        return hits.stream()
                .flatMap(hit -> Stream.ofNullable(found.get(hit.alert())).map(placed -> line(placed, hit.place())))
                .toList();
    }

    private Line line(Placed placed, long place) {
        Alert alert = placed.alert();
        return Line.of(alert, placed.position(), place, clock.instant());
    }
}
