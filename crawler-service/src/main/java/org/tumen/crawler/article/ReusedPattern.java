package org.tumen.crawler.article;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of many alternatives, of which each thread makes one matcher and keeps it: a new one for each line of each page, a
 * kilobyte of counters, was a quarter of what a crawler at its full rate allocated. Safe for use by many threads.
 */
final class ReusedPattern {

    private final ThreadLocal<Matcher> matcher;

    ReusedPattern(Pattern pattern) {
        this.matcher = ThreadLocal.withInitial(() -> pattern.matcher(""));
    }

    /** Whether all of the text is one. */
    boolean isAll(String text) {
        return asked(text, Matcher::matches);
    }

    /** Whether the text begins with one. */
    boolean begins(String text) {
        return asked(text, Matcher::lookingAt);
    }

    /** Whether there is one anywhere in the text. */
    boolean isIn(String text) {
        return asked(text, Matcher::find);
    }

    private boolean asked(String text, Predicate<Matcher> question) {
        var mine = matcher.get();
        try {
            return question.test(mine.reset(text));
        } finally {
            mine.reset(""); // The text is not kept.
        }
    }
}
