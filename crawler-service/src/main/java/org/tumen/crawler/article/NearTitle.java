package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The short lines around a page's title, where date and author stand whatever their elements are called.
 *
 * @param behind the title, in the page's order
 * @param before the title, from there upwards
 */
record NearTitle(List<String> behind, List<String> before) {

    private static final int BEHIND = 14;
    private static final int BEFORE = 5;
    private static final int LONGEST_LINE = 160;

    /** @param page before anything is taken out of it */
    static NearTitle of(Block page, String title) {
        var runs = new ArrayList<String>();
        collect(page, runs);
        var wanted = Title.letters(title);
        int at = -1;
        for (int i = 0; i < runs.size() && at < 0; i++) {
            var run = runs.get(i);
            if (run.length() < 2 * title.length() + 20 && Title.letters(run).startsWith(wanted)) {
                at = i;
            }
        }
        if (at < 0 || wanted.isEmpty()) {
            return new NearTitle(List.of(), List.of());
        }
        var behind = runs.subList(at + 1, Math.min(runs.size(), at + 1 + BEHIND));
        var before = runs.subList(Math.max(0, at - BEFORE), at).reversed();
        return new NearTitle(ofALine(behind), ofALine(before));
    }

    /** Those behind the title first. */
    List<String> lines() {
        return Stream.concat(behind.stream(), before.stream()).toList();
    }

    private static List<String> ofALine(List<String> lines) {
        return lines.stream().filter(line -> line.length() <= LONGEST_LINE).toList();
    }

    private static void collect(Block block, List<String> runs) {
        for (var part : block.parts) {
            switch (part) {
                case Run run -> runs.add(run.text());
                case Block child -> {
                    if (child.purpose != Purpose.COMMENTS) {
                        collect(child, runs);
                    }
                }
            }
        }
    }
}
