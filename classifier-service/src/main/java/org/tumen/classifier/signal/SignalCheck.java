package org.tumen.classifier.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.Terms;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.SignalId;
import org.tumen.seeds.SeedFile;

/** Finds what no single value shows: names that are not there, names that are there twice, frames that never fire. */
final class SignalCheck {

    /** The event types of PLOVER as of its manual of 2021 (openeventdata/PLOVER), with the later merged names. */
    private static final Set<String> PLOVER = new LinkedHashSet<>(List.of("""
            AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST
            ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT""".split("\\s+")));

    private final Actors actors;
    private final Set<SignalId> seen = new HashSet<>();

    SignalCheck(Actors actors) {
        this.actors = actors;
    }

    /** All signals of the files, in the order of their ids. */
    List<Signal> check(List<SeedFile<Catalogue.File>> files) {
        var vocabulary = Vocabulary.of(files, actors);
        var signals = new ArrayList<Signal>();
        for (var file : files) {
            var here = file.content().signals() == null
                    ? List.<Signal>of()
                    : file.content().signals();
            for (var i = 0; i < here.size(); i++) {
                var signal = vocabulary.resolved(file, "signals[" + i + "]", here.get(i));
                check(file, "signals[" + i + "]", signal);
                signals.add(signal);
            }
        }
        checkYields(files);
        signals.sort(Comparator.comparing(signal -> signal.id().value()));
        return signals;
    }

    private void checkYields(List<SeedFile<Catalogue.File>> files) {
        for (var file : files) {
            var here = file.content().signals() == null
                    ? List.<Signal>of()
                    : file.content().signals();
            for (var i = 0; i < here.size(); i++) {
                var yields = Objects.requireNonNullElse(here.get(i).yieldsTo(), List.<SignalId>of());
                for (var j = 0; j < yields.size(); j++) {
                    if (!seen.contains(yields.get(j))
                            || yields.get(j).equals(here.get(i).id())) {
                        throw file.fault(
                                "signals[" + i + "].yieldsTo[" + j + "]",
                                yields.get(j) + " (expected: another signal of the catalogue)");
                    }
                }
            }
        }
    }

    private void check(SeedFile<?> file, String place, Signal signal) {
        if (!seen.add(signal.id())) {
            throw file.fault(place + ".id", signal.id() + " again (expected: each signal once)");
        }
        for (var i = 0; i < signal.plover().size(); i++) {
            if (!PLOVER.contains(signal.plover().get(i))) {
                throw file.fault(
                        place + ".plover[" + i + "]",
                        signal.plover().get(i) + " (expected: one of " + String.join(", ", PLOVER) + ")");
            }
        }
        if (signal.frames().isEmpty()) {
            throw file.fault(place + ".frames", "none (expected: at least one)");
        }
        checkLeftOut(file, place + ".leftOut", signal.leftOut() == null ? Map.of() : signal.leftOut());
        var ids = new HashSet<String>();
        for (var i = 0; i < signal.frames().size(); i++) {
            var frame = signal.frames().get(i);
            if (!ids.add(frame.id())) {
                throw file.fault(
                        place + ".frames[" + i + "].id", frame.id() + " again (expected: each frame of a signal once)");
            }
            check(file, place + ".frames[" + i + "]", signal, frame);
        }
    }

    private void checkLeftOut(SeedFile<?> file, String place, Map<String, ActorId> leftOut) {
        leftOut.forEach((pair, actor) -> {
            var members = pair.split("-", -1);
            if (members.length != 2 || members[0].compareTo(members[1]) >= 0) {
                throw file.fault(
                        place, pair + " (expected: two actors in alphabetical order joined by -, as DPRK-RUS)");
            }
            Actors.checkKnown(file, place, new ActorId(members[0]), actors.byId());
            Actors.checkKnown(file, place, new ActorId(members[1]), actors.byId());
            Actors.checkKnown(file, place + "." + pair, actor, actors.byId());
            if (pair.startsWith(actor + "-") || pair.endsWith("-" + actor)) {
                throw file.fault(place + "." + pair, actor + " (expected: an actor who is not of the pair)");
            }
        });
    }

    private void check(SeedFile<?> file, String place, Signal signal, Signal.Frame frame) {
        checkActors(file, place + ".giver", frame.giver());
        checkActors(file, place + ".receiver", frame.receiver());
        for (var i = 0; i < frame.mustBeNamed().size(); i++) {
            Actors.checkKnown(
                    file, place + ".named[" + i + "]", frame.mustBeNamed().get(i), actors.byId());
        }
        if (frame.trigger().isEmpty()) {
            throw file.fault(place + ".trigger", "no terms, so it can never fire (expected: terms in a language)");
        }
        if (frame.giver().size() == 1 && frame.giver().equals(frame.receiver())) {
            throw file.fault(
                    place + ".receiver",
                    frame.receiver() + " is the giver too, so it can never fire (expected: another actor)");
        }
        if (frame.reach() < 1 || frame.reach() > 60) {
            throw file.fault(place + ".within", frame.reach() + " (expected: 1 to 60 words)");
        }
        var sum = signal.weight() + (frame.weight() == null ? 0 : frame.weight());
        if (!(sum > 0 && sum <= 1)) {
            throw file.fault(
                    place + ".weight",
                    frame.weight() + " gives " + sum + " with the signal's (expected: more than 0, at most 1)");
        }
        checkCompanion(file, place + ".with", frame.with(), frame);
        checkCompanion(file, place + ".and", frame.and(), frame);
        var implied = frame.implied();
        if (implied != null && implied.giver() != null) {
            Actors.checkKnown(file, place + ".implied.giver", implied.giver(), actors.byId());
        }
        if (implied != null && implied.receiver() != null) {
            Actors.checkKnown(file, place + ".implied.receiver", implied.receiver(), actors.byId());
        }
    }

    private static void checkCompanion(SeedFile<?> file, String place, @Nullable Terms companion, Signal.Frame frame) {
        if (companion != null) {
            for (var language : frame.trigger().languages()) {
                if (companion.in(language).isEmpty()) {
                    throw file.fault(
                            place,
                            "no terms in " + language.code()
                                    + ", so its trigger there can never fire (expected: terms in each language of the trigger)");
                }
            }
        }
    }

    private void checkActors(SeedFile<?> file, String place, List<ActorId> named) {
        if (named.isEmpty()) {
            throw file.fault(place, "no actor, so it can never fire (expected: at least one)");
        }
        for (var i = 0; i < named.size(); i++) {
            Actors.checkKnown(file, place + "[" + i + "]", named.get(i), actors.byId());
        }
    }
}
