package org.tumen.alert.subscription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/** The folder of YAML files. A file that is at fault keeps the subscriptions that it had when it was last right. */
final class SubscriptionFolder {

    private final Path folder;
    private Map<Path, Map<SubscriptionId, Kept>> byFile = Map.of();

    SubscriptionFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What the files say.
     *
     * @param subscriptions in the order of the files
     * @param faults each with file, line, field and what is allowed
     */
    record Reading(Map<SubscriptionId, Kept> subscriptions, List<InvalidSeedException> faults) {}

    /** Reads every file anew. */
    Reading read() {
        var all = new LinkedHashMap<SubscriptionId, Kept>();
        var next = new HashMap<Path, Map<SubscriptionId, Kept>>();
        var faults = new ArrayList<InvalidSeedException>();
        try {
            for (var path : SeedFile.filesIn(folder)) {
                var ofFile = readOrFormer(path, all, faults);
                next.put(path, ofFile);
                ofFile.forEach(all::putIfAbsent);
            }
            byFile = next;
        } catch (InvalidSeedException e) {
            faults.add(e);
            byFile.values().forEach(ofFile -> ofFile.forEach(all::putIfAbsent));
        }
        return new Reading(all, List.copyOf(faults));
    }

    private Map<SubscriptionId, Kept> readOrFormer(
            Path path, Map<SubscriptionId, Kept> before, List<InvalidSeedException> faults) {
        try {
            return read(path, before);
        } catch (InvalidSeedException e) {
            faults.add(e);
            return byFile.getOrDefault(path, Map.of());
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

    /** Changes when a file does, the secrets beside them included: then it is worth reading them. */
    String signature() {
        try (var files = Files.walk(folder)) {
            var signature = new StringBuilder();
            for (var path : files.filter(Files::isRegularFile).sorted().toList()) {
                signature.append(path).append(' ').append(Files.size(path)).append(' ');
                signature.append(Files.getLastModifiedTime(path)).append('\n');
            }
            return signature.toString();
        } catch (IOException e) {
            return "cannot be read: " + e;
        }
    }
}
