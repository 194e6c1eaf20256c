package org.tumen.stack.bench.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an article is seen on its way. */
enum Point {
    /** The hub of its outlet is about to push it. */
    PUBLISHED("published", null),
    /** It is on the topic of articles. */
    ARTICLE("site to articles", PUBLISHED),
    /** It is on the topic of assessments. */
    ASSESSMENT("articles to assessments", ARTICLE),
    /** Its alert is on the topic of alerts. */
    ALERT("assessments to alerts", ASSESSMENT),
    /** The webhook is about to accept its alert, which does not come from the topic of alerts but beside it. */
    ACCEPTED("assessments to webhook", ASSESSMENT);

    private final String hop;
    private final @Nullable Point from;

    Point(String hop, @Nullable Point from) {
        this.hop = hop;
        this.from = from;
    }

    /** In words, the way to here. */
    String hop() {
        return hop;
    }

    /** Where that way begins; empty for the first. */
    Optional<Point> from() {
        return Optional.ofNullable(from);
    }
}
