package org.tumen.crawler.article;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Whether a line speaks of the page's article, by where it stands. */
final class Whereabouts {

    private static final int LEVELS = 8;

    private final Hints hints = new Hints();
    private final @Nullable Element title;

    Whereabouts(@Nullable Element title) {
        this.title = title;
    }

    /** In comments, side columns, footers, or a box of other articles; a box with the title in it is none. */
    boolean isElsewhere(Element line) {
        int level = 0;
        for (var at = line; at != null && level < LEVELS; at = at.parent(), level++) {
            var tag = at.normalName();
            var purpose = hints.of(at);
            if (purpose == Purpose.COMMENTS || purpose == Purpose.HIDDEN || tag.equals("nav")) {
                return !holdsTitle(at);
            }
            boolean aside = tag.equals("aside")
                    || (tag.equals("footer") && !at.className().matches("(?i).*(?:entry|post|article).*"));
            if (level > 0 && (aside || (purpose == Purpose.FOREIGN && title != null))) {
                return !holdsTitle(at);
            }
        }
        return false;
    }

    boolean isInComments(Element line) {
        int level = 0;
        for (var at = line; at != null && level < LEVELS; at = at.parent(), level++) {
            if (hints.of(at) == Purpose.COMMENTS) {
                return true;
            }
        }
        return false;
    }

    boolean isBehindTitle(Element line) {
        return title == null || Order.isBehind(line, title);
    }

    private boolean holdsTitle(Element box) {
        for (var at = title; at != null; at = at.parent()) {
            if (at.equals(box)) {
                return true;
            }
        }
        return false;
    }
}
