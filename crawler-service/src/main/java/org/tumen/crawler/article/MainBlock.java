package org.tumen.crawler.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the block that holds the article. Every run of prose speaks for the blocks around it, the nearest ones most,
 * as in Arc90's Readability; the block with the most votes is widened while its surroundings are prose as well.
 */
final class MainBlock {

    /** What an author's own word for "article body" in class or itemprop is worth. */
    private static final double DECLARED = 1.5;

    /** A block is given up for the one around it if that adds at least this share of prose... */
    private static final double WORTH_WIDENING = 0.2;

    /** ...and what it adds is no list of links. */
    private static final double MOSTLY_LINKS = 0.3;

    /** ...and its prose is at least this dense in comparison. */
    private static final double AS_DENSE = 0.5;

    /** Articles have lists, but a block of nothing else is a list of captions or of other articles. */
    private static final double LISTED = 0.5;

    /** What prose in unlike blocks counts in that. */
    private static final double DISTANT = 0.35;

    /** The same where the block has text and title together already. */
    private static final double DISTANT_FROM_TITLE = 0.1;

    /** Too small to be an article: what is in them speaks for what is around them. */
    private static final Set<String> PARTS_OF_ARTICLES = Set.of(
            "p",
            "li",
            "ul",
            "ol",
            "dl",
            "dd",
            "dt",
            "pre",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "span",
            "a",
            "font",
            "table",
            "tbody",
            "tr",
            "figure");

    /** What it is worth to stand in the part of the page in which the title stands. */
    private static final double WITH_TITLE = 2;

    /** How far around a block the title may be to count as beside it. */
    private static final int BESIDE = 2;

    private final Set<Block> holdTitle = new HashSet<>();
    private final Map<Block, Double> votes = new HashMap<>();
    private @Nullable Block best;
    private double most;

    private MainBlock() {}

    /** @param title the block with the title's heading; null when there is none */
    static Optional<Block> of(Block page, @Nullable Block title) {
        var search = new MainBlock();
        for (var at = title; at != null && at.parent != null; at = at.parent) {
            search.holdTitle.add(at);
        }
        search.vote(page);
        search.count(page);
        return Optional.ofNullable(search.best).map(search::widened);
    }

    private void vote(Block block) {
        double prose = 0;
        for (var part : block.parts) {
            switch (part) {
                case Run run -> prose += run.prose();
                case Block child -> vote(child);
            }
        }
        if (prose > 0) {
            voteForAncestors(block, prose);
        }
    }

    private void voteForAncestors(Block block, double prose) {
        var at = block;
        boolean listed = false;
        while (at != null && PARTS_OF_ARTICLES.contains(at.tag())) {
            listed |= at.tag().equals("li");
            at = at.parent;
        }
        for (int level = 0; at != null && level < 6; level++) {
            double share = level == 0 ? 1 : level == 1 ? 0.5 : 1.0 / (level * 3);
            votes.merge(at, prose * share * (listed ? LISTED : 1), Double::sum);
            at = at.parent;
        }
    }

    private void count(Block block) {
        double score = votes.getOrDefault(block, 0.0) * (1 - block.linkDensity());
        if (block.purpose == Purpose.ARTICLE) {
            score *= DECLARED;
        }
        if (isBesideTitle(block)) {
            score *= WITH_TITLE;
        }
        if (score > most && !PARTS_OF_ARTICLES.contains(block.tag())) {
            most = score;
            best = block;
        }
        block.blocks().forEach(this::count);
    }

    private boolean isBesideTitle(Block block) {
        var at = block;
        for (int level = 0; at != null && level <= BESIDE; level++, at = at.parent) {
            if (holdTitle.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private Block widened(Block best) {
        var at = best;
        for (var around = best.parent; around != null; around = around.parent) {
            if (isWorthMore(around, at)) {
                at = around;
            }
        }
        return at;
    }

    private boolean isWorthMore(Block around, Block inner) {
        double added = around.prose() - inner.prose();
        double addedText = around.textLength() - inner.textLength();
        double addedLinks = around.linkedLength() - inner.linkedLength();
        return kindred(around, inner) >= WORTH_WIDENING * inner.prose()
                && addedLinks < MOSTLY_LINKS * addedText
                && added / addedText >= AS_DENSE * inner.prose() / inner.textLength();
    }

    /** The prose around a block; that of brothers of another kind counts less, as it may be another text. */
    private double kindred(Block around, Block inner) {
        var branch = Objects.requireNonNull(around.branchTo(inner), "the inner block is in the one around it");
        double distant = holdTitle.contains(branch) ? DISTANT_FROM_TITLE : DISTANT;
        double prose = 0;
        for (var part : around.parts) {
            prose += switch (part) {
                case Run run -> run.prose();
                case Block block when block.equals(branch) -> distant * (block.prose() - inner.prose());
                case Block block -> isKindred(block, branch) ? block.prose() : distant * block.prose();
            };
        }
        return prose;
    }

    private static boolean isKindred(Block block, Block other) {
        return PARTS_OF_ARTICLES.contains(block.tag()) || block.isLike(other);
    }
}
