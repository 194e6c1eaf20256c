package org.tumen.crawler.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the block that holds the article: the smallest one in which most of the page's prose stands. Prose is weighed
 * as in Arc90's Readability: long runs with commas count, links do not.
 */
final class MainBlock {

    /** A block is descended into while it holds this share of its parent's prose. */
    private static final double MOST = 0.75;

    private static final int SHORTEST_PROSE = 25;

    private final Map<Block, Double> weights = new HashMap<>();

    private MainBlock() {}

    static Optional<Block> of(Block page) {
        var main = new MainBlock();
        return main.weigh(page) == 0 ? Optional.empty() : Optional.of(main.descend(page));
    }

    private Block descend(Block from) {
        Block at = from;
        while (true) {
            Block next = null;
            for (var child : at.blocks()) {
                if (weight(child) >= MOST * weight(at)) {
                    next = child;
                }
            }
            if (next == null || isParagraph(next)) {
                return at;
            }
            at = next;
        }
    }

    private static boolean isParagraph(Block block) {
        return block.tag().equals("p");
    }

    private double weight(Block block) {
        return weights.getOrDefault(block, 0.0);
    }

    private double weigh(Block block) {
        double weight = 0;
        for (var part : block.parts) {
            weight += switch (part) {
                case Run run -> prose(run);
                case Block child -> weigh(child);
            };
        }
        weights.put(block, weight);
        return weight;
    }

    static double prose(Run run) {
        int own = run.text().length() - 2 * run.linked();
        // A character of Chinese, Japanese or Korean says as much as two or three Latin ones.
        long wide = run.text().chars().filter(MainBlock::isWide).count();
        double length = own + 1.5 * wide;
        if (length < SHORTEST_PROSE) {
            return 0;
        }
        long commas = run.text().chars().filter(c -> ",،、，。".indexOf(c) >= 0).count();
        return Math.min(length / 100, 3) + commas;
    }

    static boolean isWide(int c) {
        return c >= 0x1100 && (c <= 0x11FF || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF));
    }
}
