package org.tumen.classifier.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.seeds.SeedFile;

/**
 * Words that many frames share, by name: {@code <give>} among the terms of a frame stands for every word of that list in
 * the language, so that a verb is written once and known to all that is given. {@code <people>} needs no list.
 */
record Vocabulary(Map<String, Terms> lists) {

    private static final Pattern REFERENCE = Pattern.compile("<[a-z-]+>");

    /** The list of everybody whom the actors' files name. */
    private static final String PEOPLE = "people";

    /** The lists of all files, and {@code <people>}. */
    static Vocabulary of(List<SeedFile<Catalogue.File>> files, Actors actors) {
        var lists = new TreeMap<String, Terms>();
        lists.put(
                PEOPLE,
                actors.byId().values().stream()
                        .sorted(Comparator.comparing(actor -> actor.id().value()))
                        .map(actor -> actor.terms(Actor.Kind.PERSON))
                        .reduce(Terms.NONE, Terms::and));
        for (var file : files) {
            var here = Objects.requireNonNullElse(file.content().vocabulary(), Map.<String, Terms>of());
            here.forEach((name, terms) -> {
                if (!REFERENCE.matcher("<" + name + ">").matches()) {
                    throw file.fault("vocabulary", name + " (expected: small letters and hyphens)");
                }
                if (lists.putIfAbsent(name, terms) != null) {
                    throw file.fault("vocabulary." + name, "again (expected: each list once)");
                }
            });
        }
        return new Vocabulary(lists);
    }

    /** The signal with the words in place of the names of their lists. */
    Signal resolved(SeedFile<?> file, String place, Signal signal) {
        var frames = signal.frames();
        var resolved = new ArrayList<Signal.Frame>();
        for (var i = 0; i < frames.size(); i++) {
            var at = place + ".frames[" + i + "]";
            var frame = frames.get(i);
            resolved.add(frame.withTerms(
                    Objects.requireNonNull(resolved(file, at + ".trigger", frame.trigger())),
                    resolved(file, at + ".reversed", frame.reversed()),
                    resolved(file, at + ".with", frame.with()),
                    resolved(file, at + ".and", frame.and()),
                    resolved(file, at + ".veto", frame.veto())));
        }
        return signal.withFrames(resolved, resolved(file, place + ".veto", signal.veto()));
    }

    private @Nullable Terms resolved(SeedFile<?> file, String place, @Nullable Terms terms) {
        if (terms == null) {
            return null;
        }
        var resolved = new EnumMap<Language, List<String>>(Language.class);
        for (var language : terms.languages()) {
            var words = new LinkedHashSet<String>();
            for (var term : terms.in(language)) {
                if (isReference(term)) {
                    words.addAll(list(file, place, term.substring(1, term.length() - 1), language));
                } else {
                    words.add(term);
                }
            }
            resolved.put(language, List.copyOf(words));
        }
        return new Terms(resolved);
    }

    private static boolean isReference(String term) {
        return term.startsWith("<") && REFERENCE.matcher(term).matches();
    }

    private List<String> list(SeedFile<?> file, String place, String name, Language language) {
        var list = lists.get(name);
        if (list == null) {
            throw file.fault(
                    place,
                    "<" + name + "> (expected: one of " + String.join(", ", new TreeSet<>(lists.keySet())) + ")");
        }
        if (list.in(language).isEmpty()) {
            throw file.fault(place, "<" + name + "> has no words in " + language.code() + " (expected: at least one)");
        }
        return list.in(language);
    }
}
