package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.signal.Cues;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/** What the catalogue's frames tell by themselves, before any model is asked. Safe for use by many threads. */
final class FrameMatches {

    /** A sentence that repeats itself tells nothing new. */
    private static final int MAX_TRIES = 4;

    /** How many words may stand between two who act together: "Russia, China and North Korea". */
    private static final int SIDE_BY_SIDE = 2;

    private final List<FrameOfSignal> frames;
    private final Cues cues;

    FrameMatches(List<FrameOfSignal> frames, Cues cues) {
        this.frames = frames;
        this.cues = cues;
    }

    /** Title and text alike: each trigger of each frame that nothing speaks against, with the two who act. */
    List<Match> in(Units units, Unit unit, FrameHits here, List<Mention> mentions, Roles roles, int year) {
        var matches = new ArrayList<Match>();
        for (var frame : here.triggered()) {
            if (here.isVetoed(frame) || units.isVetoedByTitle(frame)) {
                continue;
            }
            var told = here.triggersOf(frame);
            for (var i = 0; i < Math.min(MAX_TRIES, told.size()); i++) {
                var match = match(units, unit, here, mentions, told.get(i), frame, roles, year);
                if (match != null) {
                    matches.add(match);
                }
            }
        }
        return matches;
    }

    private @Nullable Match match(
            Units units,
            Unit unit,
            FrameHits here,
            List<Mention> mentions,
            FrameHits.Told told,
            int index,
            Roles roles,
            int year) {
        var trigger = told.hit();
        var found = frames.get(index);
        if (!namesAll(unit, mentions, found.frame())) {
            return null;
        }
        var with =
                nearest(unit, here.companionsOf(index), trigger, found.frame().reach());
        if (found.frame().with() != null && with == null) {
            return null;
        }
        if (found.frame().and() != null && !here.hasAnd(index)) {
            return null;
        }
        var reading = roles.read(unit, trigger, found.frame(), told.reversed(), mentions)
                .orElse(null);
        if (reading == null) {
            return null;
        }
        var across = reading.isAcross();
        var capitalOnly = reading.isByCapitalOnly(mentions);
        if (isFarFetched(found, mentions, reading, across, capitalOnly)) {
            return null;
        }
        var stance = Stance.of(unit, trigger, with, mentions, cues, year);
        var genre = found.frame().status() != null ? found.frame().status() : units.genre();
        return new Match(
                found.signal(),
                found.frame(),
                null,
                reading.dyad(),
                genre != null && stance.status() != Status.DENIED ? genre : stance.status(),
                stance.claimant(),
                stance.speaker(),
                units.placeOf(unit),
                across,
                capitalOnly,
                reading.evidence(units, unit));
    }

    /** Whether all who must be named are; those who act together stand side by side. */
    private static boolean namesAll(Unit unit, List<Mention> mentions, Signal.Frame frame) {
        var named = frame.mustBeNamed();
        if (named.isEmpty()) {
            return true;
        }
        var here = mentions.stream()
                .filter(mention -> mention.here() && mention.actor() != null && named.contains(mention.actor()))
                .toList();
        if (!frame.isJoint()) {
            return here.stream().map(Mention::actor).distinct().count() == named.size();
        }
        for (var from = 0; from < here.size(); from++) {
            var seen = new HashSet<ActorId>();
            for (var i = from; i < here.size(); i++) {
                if (i > from
                        && unit.wordsBetween(here.get(i - 1).end(), here.get(i).start()) > SIDE_BY_SIDE) {
                    break;
                }
                seen.add(Objects.requireNonNull(here.get(i).actor()));
            }
            if (seen.size() == named.size()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether too much is read into the sentence: a bare word, or talk that carries little weight, with an actor of the
     * sentence before; an act of another state (aid to Cuba, a pact of Myanmar signed in Moscow); a town with a far actor.
     */
    private static boolean isFarFetched(
            FrameOfSignal found, List<Mention> mentions, Roles.Reading reading, boolean across, boolean capitalOnly) {
        var bystander = mentions.stream().anyMatch(mention -> mention.actor() == null);
        if (bystander && (across || capitalOnly || found.frame().isFallback())) {
            return true;
        }
        var present = reading.giver().here() ? reading.giver() : reading.receiver();
        // A column names its matter in the title and its actors in the text.
        var opinion = found.frame().status() == Status.OPINION;
        return across
                && (found.frame().isFallback()
                        || (found.signal().tier() == Tier.CONTEXT && !opinion)
                        || present.kind() == Actor.Kind.PLACE);
    }

    static @Nullable Hit nearest(Unit unit, List<Hit> companions, Hit trigger, int reach) {
        Hit nearest = null;
        var least = reach + 1;
        for (var hit : companions) {
            if (hit.overlaps(trigger.start(), trigger.end())) {
                continue;
            }
            var words = unit.wordsBetween(hit, trigger);
            if (words < least) {
                least = words;
                nearest = hit;
            }
        }
        return nearest;
    }
}
