package org.tumen.stack.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.tumen.seeds.SeedFile;
import org.tumen.stack.console.StackException;

/**
 * Who publishes what, and when.
 *
 * @param outlets who
 * @param items what, in the order of their appearance
 */
public record Script(List<Outlet> outlets, List<Item> items) {

    public Script {
        outlets = List.copyOf(outlets);
        items = List.copyOf(items);
    }

    /** The script that ships; a readable copy of it is left beside the other files of the demo. */
    public static Script shipped(Path folder) {
        var copy = folder.resolve("newsroom.yaml");
        try (InputStream shipped = Script.class.getResourceAsStream("/newsroom/script.yaml")) {
            if (shipped == null) {
                throw new IllegalStateException("/newsroom/script.yaml is not in the jar");
            }
            Files.copy(shipped, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("cannot write " + copy + ": " + e.getMessage(), e);
        }
        return read(copy);
    }

    /**
     * Reads a script and holds its parts against each other.
     *
     * @throws org.tumen.seeds.InvalidSeedException naming the place of a fault
     */
    public static Script read(Path path) {
        var file = SeedFile.read(path, Script.class);
        var script = file.content();
        var outlets = script.outlets().stream().map(Outlet::id).collect(Collectors.toSet());
        var ids = new HashSet<String>();
        var earlier = 0;
        for (int i = 0; i < script.items().size(); i++) {
            var item = script.items().get(i);
            if (!ids.add(item.id())) {
                throw file.fault("items[" + i + "].id", item.id() + " twice (expected: a name of its own)");
            }
            if (!outlets.contains(item.outlet())) {
                throw file.fault("items[" + i + "].outlet", item.outlet() + " (expected: one of " + outlets + ")");
            }
            if (item.moment() < earlier) {
                throw file.fault("items[" + i + "].minute", "before the item above it (expected: in order)");
            }
            earlier = item.moment();
        }
        return script;
    }
}
