package org.tumen.classifier.signal;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.Terms;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * All that is looked for, at one moment. It never changes: another version is another catalogue.
 *
 * @param version the first 12 hex digits of a SHA-256 over all of it; the order of keys, items' files and comments make no
 *     difference
 * @param actors who acts
 * @param signals in the order of their ids
 * @param vocabulary lists of words by name; the frames have them resolved
 */
public record Catalogue(
        String version,
        Actors actors,
        List<Signal> signals,
        Map<String, Terms> vocabulary,
        Cues cues,
        Scoring scoring) {

    record File(
            @Nullable List<Signal> signals,
            @Nullable Map<String, Terms> vocabulary,
            @Nullable Cues cues,
            @Nullable Scoring scoring) {}

    public Catalogue {
        signals = List.copyOf(signals);
        vocabulary = Collections.unmodifiableMap(new TreeMap<>(vocabulary));
    }

    /**
     * Reads the two folders.
     *
     * @throws InvalidSeedException for the first fault, with file, line, field and what is allowed
     */
    public static Catalogue load(Path signalsFolder, Path actorsFolder) {
        var actors = Actors.load(actorsFolder);
        var files = SeedFile.readFolder(signalsFolder, File.class);
        var signals = new SignalCheck(actors).check(files);
        if (signals.isEmpty()) {
            throw new InvalidSeedException(signalsFolder, 0, "", "no signals (expected: at least one)", null);
        }
        var cues = theOne(signalsFolder, files, "cues", File::cues);
        var scoring = theOne(signalsFolder, files, "scoring", File::scoring);
        var vocabulary = vocabulary(files);
        var version = CatalogueVersion.of(actors, signals, vocabulary, cues, scoring);
        return new Catalogue(version, actors, signals, vocabulary, cues, scoring);
    }

    /** The check has seen to it that each list is there once. */
    private static Map<String, Terms> vocabulary(List<SeedFile<File>> files) {
        var lists = new TreeMap<String, Terms>();
        for (var file : files) {
            if (file.content().vocabulary() != null) {
                lists.putAll(file.content().vocabulary());
            }
        }
        return lists;
    }

    private static <T> T theOne(Path folder, List<SeedFile<File>> files, String key, Function<File, @Nullable T> part) {
        T found = null;
        for (var file : files) {
            var here = part.apply(file.content());
            if (here != null && found != null) {
                throw file.fault(key, "again (expected: in one file of the folder)");
            }
            found = here == null ? found : here;
        }
        if (found == null) {
            throw new InvalidSeedException(folder, 0, key, "missing (expected: in one file of the folder)", null);
        }
        return found;
    }
}
