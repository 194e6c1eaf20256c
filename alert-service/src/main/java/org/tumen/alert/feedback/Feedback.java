package org.tumen.alert.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertId;

/** Takes verdicts on findings, and tells those that were given. The last one of a person on a finding counts. */
@Service
public class Feedback {

    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_PERSON = 254;

    private final VerdictStore store;
    private final Alerts alerts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Feedback(VerdictStore store, Alerts alerts, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A verdict.
     *
     * @param alert on which
     * @param finding zero-based, in the alert as it was raised
     * @param person who says so: an address, or a name that the API was given
     * @param comment null when there is none
     * @param at UTC
     */
    public record Given(
            AlertId alert,
            int finding,
            Verdict verdict,
            String person,
            @Nullable String comment,
            Instant at) {

        /** {@code noise on finding 0, says min@example.org: old news}. */
        public String inWords() {
            return verdict.word() + " on finding " + finding + ", says " + person
                    + (comment == null ? "" : ": " + comment);
        }
    }

    /** Told to the rest of the service after a verdict was recorded. */
    public record VerdictGiven(AlertId alert) {}

    /** Where a verdict came from. */
    public enum Way {
        MAIL,
        PAGE,
        API
    }

    /**
     * Keeps a verdict.
     *
     * @return empty when there is no such finding (any more)
     */
    public Optional<Given> give(
            AlertId id, int place, Verdict verdict, String person, @Nullable String comment, Way way) {
        var alert = alerts.find(id).map(placed -> placed.alert().event());
        if (alert.isEmpty() || place < 0 || place >= alert.get().findings().size()) {
            return Optional.empty();
        }
        var words = comment == null ? "" : DisplayText.line(comment, LONGEST_COMMENT);
        var given = new Given(
                id,
                place,
                verdict,
                DisplayText.line(person, LONGEST_PERSON),
                words.isEmpty() ? null : words,
                clock.instant());
        store.add(given, alert.get(), way);
        events.publishEvent(new VerdictGiven(id));
        return Optional.of(given);
    }

    /** That of a person on a finding. */
    public Optional<Given> of(AlertId alert, int place, String person) {
        return store.on(List.of(alert)).stream()
                .filter(given -> given.finding() == place && given.person().equals(person))
                .findFirst();
    }

    /** The verdicts that count on these alerts, oldest first; alerts without one are left out. */
    public Map<AlertId, List<Given>> on(Collection<AlertId> alerts) {
        return store.on(alerts).stream().collect(Collectors.groupingBy(Given::alert));
    }
}
