package org.tumen.alert.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.present.DisplayText;

/**
 * A few lines that Tumen says on its own behalf. They are plain text, fit to be shown.
 *
 * @param id names it for life
 * @param about what it is about
 * @param tone how it is meant
 * @param title one line, the subject of a mail
 * @param lines one paragraph each
 * @param action what the reader can do; null when there is nothing
 * @param at when it was said, UTC
 * @param follows the notice that it answers, so that both are one thread; null when it begins one
 */
public record Notice(
        String id,
        About about,
        Tone tone,
        String title,
        List<String> lines,
        @Nullable Action action,
        Instant at,
        @Nullable String follows) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LINE = 500;

    /** What a notice is about. */
    public enum About {
        ADDRESS,
        FEED,
        LAG,
        DEAD_LETTER,
        ENDPOINT;

        /** As it stands in bodies: {@code dead-letter}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static About of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** How a notice is meant. */
    public enum Tone {
        /** The reader is asked for something. */
        QUESTION,
        /** Something is not as it should be. */
        TROUBLE,
        /** It is again. */
        RECOVERY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A button. */
    public record Action(String label, URI link) {}

    /** Names of hosts and feeds and what servers answer stand in notices, so they are cleaned like other people's text. */
    public Notice {
        title = DisplayText.line(title, LONGEST_TITLE);
        lines = lines.stream().map(line -> DisplayText.line(line, LONGEST_LINE)).toList();
    }

    /** The id is made of what the notice is about, so that saying it again is the same notice. */
    public static String idFor(String... facts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
            return "notice-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
