package org.tumen.classifier.assess;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tumen.classifier.match.Match;
import org.tumen.classifier.signal.Scoring;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.EventType;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.QuadClass;

/**
 * What the coded event of its sentence says of a match: the same act between the same two, or one that points the other way.
 *
 * @param event between the two actors of the match, in either direction
 */
record Vote(CodedEvent event, boolean isFor) {

    /** An event that is less sure speaks for a match, and not against it. */
    private static final double SURE = 0.5;

    private static final Set<QuadClass> COOPERATION =
            Set.of(QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION);

    /** Empty where the sentence has no event between the two, or one that says neither. */
    static Optional<Vote> of(Match match, Polarity polarity, List<CodedEvent> events) {
        return events.stream()
                .filter(event -> isOf(event, match))
                .max(Comparator.comparingDouble(CodedEvent::score))
                .flatMap(event -> {
                    var isFor = match.signal().plover().stream().anyMatch(name -> names(name, event.plover()));
                    return isFor || isAgainst(event, polarity) ? Optional.of(new Vote(event, isFor)) : Optional.empty();
                });
    }

    /** Among the contributions. */
    String name() {
        return (isFor ? "event " : "event against ") + event.plover();
    }

    double points(Scoring scoring) {
        return isFor ? scoring.event() : scoring.eventAgainst();
    }

    private static boolean isOf(CodedEvent event, Match match) {
        var told = match.evidence().getFirst();
        return event.part() == told.part()
                && event.start() < told.end()
                && told.start() < event.end()
                && Set.of(match.dyad().giver(), match.dyad().receiver())
                        .equals(Set.copyOf(List.of(event.source(), event.target())));
    }

    private static boolean isAgainst(CodedEvent event, Polarity polarity) {
        return event.score() >= SURE
                && switch (polarity) {
                    case CLOSER -> !COOPERATION.contains(event.plover().quad());
                    case APART -> COOPERATION.contains(event.plover().quad());
                    case EITHER -> false;
                };
    }

    /** The catalogue has the name of PLOVER's draft for one of them. */
    private static boolean names(String name, EventType type) {
        return name.equals(type.name()) || (name.equals("RETREAT") && type == EventType.CONCEDE);
    }
}
