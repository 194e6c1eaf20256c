package org.tumen.classifier.actor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.model.assessment.ActorId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * All actors of the catalogue.
 *
 * @param byId in alphabetical order
 * @param pairs words that name two or three actors at once
 * @param others names of states that are no actors: what is done to them is not done to an actor
 */
public record Actors(Map<ActorId, Actor> byId, List<Pair> pairs, Terms others) {

    /**
     * A word that names several actors at once: {@code Sino-Russian}, {@code 朝俄}, {@code 한미일}.
     *
     * @param actors the two or three, in the order in which the word names them
     */
    public record Pair(List<ActorId> actors, Terms terms) {

        public Pair {
            actors = List.copyOf(actors);
            if (actors.size() < 2 || actors.size() > 3 || Set.copyOf(actors).size() < actors.size()) {
                throw new IllegalArgumentException("actors: " + actors + " (expected: two or three different actors)");
            }
        }
    }

    record File(
            @Nullable List<Actor> actors,
            @Nullable List<Pair> pairs,
            @Nullable Terms others) {}

    public Actors {
        byId = Map.copyOf(byId);
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads every file of the folder.
     *
     * @throws InvalidSeedException with file, line, field and what is allowed
     */
    public static Actors load(Path folder) {
        var files = SeedFile.readFolder(folder, File.class);
        var byId = new TreeMap<String, Actor>();
        var owners = new HashMap<String, String>();
        for (var file : files) {
            var actors = listOf(file.content().actors());
            for (var i = 0; i < actors.size(); i++) {
                var actor = actors.get(i);
                if (byId.putIfAbsent(actor.id().value(), actor) != null) {
                    throw file.fault("actors[" + i + "].id", actor.id() + " again (expected: each actor once)");
                }
                checkOwners(file, "actors[" + i + "]", actor, owners);
            }
        }
        if (byId.isEmpty()) {
            throw new InvalidSeedException(folder, 0, "", "no actors (expected: at least two)", null);
        }
        var known = byId.values().stream().collect(Collectors.toMap(Actor::id, actor -> actor));
        var pairs = new ArrayList<Pair>();
        var others = Terms.NONE;
        for (var file : files) {
            var named = listOf(file.content().pairs());
            for (var i = 0; i < named.size(); i++) {
                var place = "pairs[" + i + "].actors";
                named.get(i).actors().forEach(id -> checkKnown(file, place, id, known));
                pairs.add(named.get(i));
            }
            var bystanders = file.content().others();
            others = bystanders == null ? others : others.and(bystanders);
        }
        return new Actors(known, pairs, others);
    }

    /** Refuses a name that is not an actor's. */
    public static void checkKnown(SeedFile<?> file, String field, ActorId id, Map<ActorId, Actor> known) {
        if (!known.containsKey(id)) {
            throw file.fault(
                    field,
                    id + " (expected: one of "
                            + known.keySet().stream()
                                    .map(ActorId::value)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ")");
        }
    }

    /** The actor whose voice an outlet of this country is when it is official or state media. */
    public Optional<ActorId> ofCountry(@Nullable String country) {
        return byId.values().stream()
                .filter(actor -> country != null && country.equals(actor.country()))
                .map(Actor::id)
                .findAny();
    }

    private static void checkOwners(SeedFile<?> file, String place, Actor actor, Map<String, String> owners) {
        for (var kind : Actor.Kind.values()) {
            for (var language : Language.values()) {
                for (var term : actor.terms(kind).in(language)) {
                    var key = language.code() + ":" + FoldedText.fold(term, language);
                    var owner = owners.putIfAbsent(key, actor.id().value());
                    if (owner != null && !owner.equals(actor.id().value())) {
                        throw file.fault(
                                place,
                                "\"" + term + "\" is a name of " + owner + " (expected: each name under one actor)");
                    }
                }
            }
        }
    }

    private static <T> List<T> listOf(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
