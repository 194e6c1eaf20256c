package org.tumen.alert.story;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tumen.alert.story.link.Linking;

/**
 * How articles become stories, and when a story is told again.
 *
 * @param terms the file of terms and weights
 * @param window an article joins a story whose last article appeared no longer ago than this
 * @param answers a denial or confirmation joins the story of a claim that was made no longer ago than this
 * @param originsTold a new independent origin is news until there are this many; 1 for never
 * @param scoreStep a score is news when it is higher by this, in (0, 1]
 */
@ConfigurationProperties("tumen.alert.stories")
record StoryProperties(
        @DefaultValue("seeds/stories.yaml") Path terms,
        @DefaultValue("3d") Duration window,
        @DefaultValue("30d") Duration answers,
        @DefaultValue("3") int originsTold,
        @DefaultValue("0.2") double scoreStep) {

    /** Refuses what is out of range, and a file at fault, when the configuration is read. */
    StoryProperties {
        Linking.load(terms);
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window: " + window + " (expected: more than nothing)");
        }
        if (answers.compareTo(window) < 0) {
            throw new IllegalArgumentException("answers: " + answers + " (expected: at least window, " + window + ")");
        }
        if (originsTold < 1) {
            throw new IllegalArgumentException("originsTold: " + originsTold + " (expected: 1 or more)");
        }
        if (!(scoreStep > 0 && scoreStep <= 1)) {
            throw new IllegalArgumentException("scoreStep: " + scoreStep + " (expected: more than 0, at most 1)");
        }
    }

    Linking linking() {
        return Linking.load(terms);
    }
}
