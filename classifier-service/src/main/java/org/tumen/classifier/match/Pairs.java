package org.tumen.classifier.match;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/** Of whom a unit may tell an act: of any two who are named there or next to it, and of one of them with whom a frame of the signal has. */
final class Pairs {

    /** More than these in one place are a list; the first of them are tried. */
    private static final int MAX_ACTORS = 5;

    private final Signal signal;
    private final Map<ActorId, Mention> named = new LinkedHashMap<>();
    private final Map<Dyad, Roles.Reading> readings = new LinkedHashMap<>();

    private Pairs(List<Mention> mentions, Signal signal) {
        this.signal = signal;
        for (var mention : mentions) {
            if (mention.actor() != null && named.size() < MAX_ACTORS) {
                named.merge(mention.actor(), mention, (one, other) -> one.here() || !other.here() ? one : other);
            }
        }
    }

    /**
     * All of them, each told in both directions.
     *
     * @param read what the rules read: it is one of them, whoever is named
     */
    static Map<Dyad, Roles.Reading> of(List<Mention> mentions, Signal signal, Dyad read) {
        var pairs = new Pairs(mentions, signal);
        pairs.add(nameOf(read.giver(), mentions), nameOf(read.receiver(), mentions));
        pairs.addNamed();
        pairs.addImplied();
        return pairs.readings;
    }

    /** Where the actor is named, rather in the unit itself; one who is not goes without saying beside another. */
    private static Mention nameOf(ActorId actor, List<Mention> mentions) {
        var names = mentions.stream()
                .filter(mention -> actor.equals(mention.actor()))
                .toList();
        var some = names.isEmpty() ? mentions : names;
        return some.stream()
                .filter(Mention::here)
                .findFirst()
                .orElse(some.getFirst())
                .as(actor);
    }

    private void addNamed() {
        for (var one : named.values()) {
            for (var other : named.values()) {
                if (!one.equals(other) && (one.here() || other.here())) {
                    add(one, other);
                }
            }
        }
    }

    private void addImplied() {
        named.forEach((actor, mention) -> {
            if (mention.here()) {
                for (var partner : partners(actor)) {
                    add(mention, named.getOrDefault(partner, mention.as(partner)));
                }
            }
        });
    }

    private void add(Mention one, Mention other) {
        var told = new Roles.Reading(one, other);
        var reversed = new Roles.Reading(other, one);
        readings.putIfAbsent(told.dyad(), told);
        readings.putIfAbsent(reversed.dyad(), reversed);
    }

    private Set<ActorId> partners(ActorId actor) {
        var partners = new LinkedHashSet<ActorId>();
        for (var frame : signal.frames()) {
            if (frame.giver().contains(actor)) {
                partners.addAll(frame.receiver());
            }
            if (frame.receiver().contains(actor)) {
                partners.addAll(frame.giver());
            }
        }
        partners.remove(actor);
        return partners;
    }
}
