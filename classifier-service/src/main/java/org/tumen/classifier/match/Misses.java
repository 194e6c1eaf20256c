package org.tumen.classifier.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.SignalId;

/** Asks of each frame whose words stand in a sentence what else it lacks there. Only for people who want to know. */
final class Misses {

    private final List<FrameOfSignal> frames;
    private final Roles roles;

    Misses(List<FrameOfSignal> frames, Roles roles) {
        this.frames = frames;
        this.roles = roles;
    }

    /** Of each signal the first one. */
    List<Miss> in(Units units) {
        var misses = new LinkedHashMap<SignalId, Miss>();
        for (var unit : units.telling()) {
            var here = FrameHits.in(unit);
            for (var frame : here.triggered()) {
                for (var told : here.triggersOf(frame)) {
                    why(units, unit, here, told, frame)
                            .ifPresent(miss -> misses.putIfAbsent(miss.signal().id(), miss));
                }
            }
        }
        return List.copyOf(misses.values());
    }

    /** Empty when the frame fires, or when so many of its words are missing that it is not near. */
    private Optional<Miss> why(Units units, Unit unit, FrameHits here, FrameHits.Told told, int index) {
        var frame = frames.get(index).frame();
        var with = FrameMatches.nearest(unit, here.companionsOf(index), told.hit(), frame.reach());
        var lacksWords = (frame.with() != null && with == null) || (frame.and() != null && !here.hasAnd(index));
        var mentions = units.mentionsFor(unit);
        if (frame.isFallback() || lacksWords || mentions.stream().noneMatch(Mention::here)) {
            return Optional.empty();
        }
        return reason(units, unit, here, told, index, mentions)
                .map(reason -> new Miss(frames.get(index).signal(), words(unit, told.hit(), with), reason));
    }

    private Optional<String> reason(
            Units units, Unit unit, FrameHits here, FrameHits.Told told, int index, List<Mention> mentions) {
        var frame = frames.get(index).frame();
        if (units.isNoise(unit)) {
            return Optional.of("sport, a show, a shop or the weather is spoken of");
        }
        if (here.isVetoed(index) || units.isVetoedByTitle(index)) {
            return Optional.of("words of its veto speak of something else");
        }
        for (var actor : frame.mustBeNamed()) {
            if (mentions.stream().noneMatch(mention -> mention.here() && actor.equals(mention.actor()))) {
                return Optional.of(actor + " is not named in the sentence");
            }
        }
        // A word that stands alone as a trigger is common: that others are named than it wants is no news.
        return frame.with() == null
                        || roles.read(unit, told.hit(), frame, told.reversed(), mentions)
                                .isPresent()
                ? Optional.empty()
                : Optional.of("wants " + allowed(frame) + "; read here: " + named(mentions));
    }

    private static String allowed(Signal.Frame frame) {
        return either(frame.giver()) + " → " + either(frame.receiver());
    }

    private static String either(List<ActorId> actors) {
        return actors.stream().map(ActorId::value).collect(Collectors.joining(" or "));
    }

    private static String named(List<Mention> mentions) {
        return mentions.stream()
                .map(mention -> mention.actor() == null
                        ? "another state"
                        : mention.actor().value())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** From the trigger to the word that belongs to it. */
    private static Evidence words(Unit unit, Hit trigger, @Nullable Hit with) {
        var other = Objects.requireNonNullElse(with, trigger);
        var start = unit.text().originalStart(Math.min(trigger.start(), other.start()));
        var end = unit.text().originalEnd(Math.max(trigger.end(), other.end()));
        return new Evidence(unit.part(), start, end, unit.text().original().substring(start, end));
    }
}
