package org.tumen.alert.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tumen.alert.subscription.SubscriptionFile.WebhookEntry;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * The folder of YAML files. A file that is at fault keeps the subscriptions that it had when it was last right. Only what has
 * changed is read again: a file, or the secrets that it names.
 */
final class SubscriptionFolder {

    private final Path folder;
    private Map<Path, String> seen = Map.of();
    private Map<Path, OfFile> byFile = Map.of();

    SubscriptionFolder(Path folder) {
        this.folder = folder.normalize();
    }

    /**
     * What the files say.
     *
     * @param subscriptions in the order of the files
     * @param faults each with file, line, field and what is allowed
     */
    record Reading(Map<SubscriptionId, Kept> subscriptions, List<InvalidSeedException> faults) {}

    /**
     * A file as it was last read.
     *
     * @param state of the file and of the secrets that it names
     * @param kept what was in it when it was last right
     */
    private record OfFile(String state, boolean right, Map<SubscriptionId, Kept> kept) {}

    /** Empty when nothing has changed since the last time. */
    synchronized Optional<Reading> look() {
        var now = states();
        if (now.equals(seen)) {
            return Optional.empty();
        }
        seen = now;
        return Optional.of(read(now));
    }

    private Reading read(Map<Path, String> now) {
        var all = new LinkedHashMap<SubscriptionId, Kept>();
        var next = new HashMap<Path, OfFile>();
        var faults = new ArrayList<InvalidSeedException>();
        try {
            for (var path : SeedFile.filesIn(folder)) {
                var ofFile = asBefore(path, now, all).orElseGet(() -> readOrFormer(path, now, all, faults));
                next.put(path, ofFile);
                ofFile.kept().forEach(all::putIfAbsent);
            }
            byFile = next;
        } catch (InvalidSeedException e) {
            faults.add(e);
            byFile.values().forEach(ofFile -> ofFile.kept().forEach(all::putIfAbsent));
        }
        return new Reading(all, List.copyOf(faults));
    }

    /** One at fault is read again each time: what is wrong with it may be in another file. */
    private Optional<OfFile> asBefore(Path path, Map<Path, String> now, Map<SubscriptionId, Kept> before) {
        return Optional.ofNullable(byFile.get(path))
                .filter(OfFile::right)
                .filter(known -> known.state().equals(state(path, known.kept(), now)))
                .filter(known -> Collections.disjoint(known.kept().keySet(), before.keySet()));
    }

    private OfFile readOrFormer(
            Path path, Map<Path, String> now, Map<SubscriptionId, Kept> before, List<InvalidSeedException> faults) {
        try {
            var kept = read(path, before);
            return new OfFile(state(path, kept, now), true, kept);
        } catch (InvalidSeedException e) {
            faults.add(e);
            var former = byFile.get(path);
            return new OfFile("", false, former == null ? Map.of() : former.kept());
        }
    }

    static Map<SubscriptionId, Kept> read(Path path, Map<SubscriptionId, Kept> before) {
        var file = SeedFile.read(path, SubscriptionFile.class);
        var entries = file.content().subscriptions();
        var kept = new LinkedHashMap<SubscriptionId, Kept>();
        for (var i = 0; i < entries.size(); i++) {
            var at = "subscriptions[" + i + "]";
            var entry = entries.get(i);
            var subscription = new EntryCheck(file, at).check(entry);
            if (before.containsKey(entry.id())
                    || kept.putIfAbsent(entry.id(), new Kept(entry, subscription, path)) != null) {
                throw file.fault(at + ".id", entry.id() + " is there twice (expected: one subscription of each id)");
            }
        }
        return kept;
    }

    private static String state(Path path, Map<SubscriptionId, Kept> kept, Map<Path, String> now) {
        return Stream.concat(Stream.of(path), kept.values().stream().flatMap(one -> secretsOf(path, one)))
                .distinct()
                .map(file -> file + " " + (now.containsKey(file) ? now.get(file) : stateOf(file)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> secretsOf(Path path, Kept kept) {
        return Optional.ofNullable(kept.entry().webhook()).map(WebhookEntry::filesOfSecrets).stream()
                .flatMap(List::stream)
                .map(secret -> path.resolveSibling(secret).normalize());
    }

    /** Of each file, and of each with a secret, wherever it lies: another one when it changes. */
    private Map<Path, String> states() {
        try (var files = Files.walk(folder)) {
            var states = new HashMap<Path, String>();
            for (var path : files.filter(Files::isRegularFile).toList()) {
                states.put(path, stateOf(path));
            }
            byFile.forEach((path, ofFile) -> ofFile.kept().values().stream()
                    .flatMap(kept -> secretsOf(path, kept))
                    .forEach(secret -> states.computeIfAbsent(secret, SubscriptionFolder::stateOf)));
            return states;
        } catch (IOException | UncheckedIOException e) {
            return Map.of(folder, "cannot be read: " + e);
        }
    }

    private static String stateOf(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "cannot be read: " + e;
        }
    }
}
