package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;

/**
 * The short lines around a page's title, where date and author stand whatever their elements are called.
 *
 * @param lines those behind the title first, in the page's order, then those before it from the title upwards
 */
record NearTitle(List<String> lines) {

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
            return new NearTitle(List.of());
        }
        var lines = new ArrayList<String>();
        for (int i = at + 1; i < Math.min(runs.size(), at + 1 + BEHIND); i++) {
            lines.add(runs.get(i));
        }
        for (int i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
            lines.add(runs.get(i));
        }
        lines.removeIf(line -> line.length() > LONGEST_LINE);
        return new NearTitle(List.copyOf(lines));
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
