package org.tumen.alert.story.link;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.tumen.alert.story.link.StoryFile.Entry;
import org.tumen.seeds.SeedFile;

/** Refuses a file that says something twice or nothing at all. */
final class StoryCheck {

    private StoryCheck() {}

    static StoryFile check(SeedFile<StoryFile> file) {
        var ids = new HashSet<String>();
        var entries = file.content().terms();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var at = "terms[" + i + "]";
            if (!ids.add(entry.kind() + ":" + entry.id())) {
                throw file.fault(at + ".id", entry.id() + " is there twice (expected: one of each kind and id)");
            }
            if (words(entry).isEmpty()) {
                throw file.fault(at, entry.id() + " has no words (expected: en, ko, zh or ru)");
            }
            if (words(entry).stream().anyMatch(word -> word.isBlank() || word.equals("*"))) {
                throw file.fault(at, entry.id() + " has a blank word (expected: letters)");
            }
        }
        return file.content();
    }

    private static List<String> words(Entry entry) {
        return Stream.of(entry.en(), entry.ko(), entry.zh(), entry.ru())
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .toList();
    }
}
