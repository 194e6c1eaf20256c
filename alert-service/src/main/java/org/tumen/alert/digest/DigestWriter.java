package org.tumen.alert.digest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.raise.Alert;

/** What is said of a digest as a whole in whatever form it goes, and the body of a webhook call. */
public final class DigestWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DigestWriter() {}

    /** In one line: {@code Digest · 30 Nov 2026 07:00 UTC · 3 stories}. */
    public static String title(Digest digest) {
        return occasion(digest) + " · " + time(digest) + " · "
                + stories(digest.entries().size());
    }

    /** Why there are several at once. */
    public static String occasion(Digest digest) {
        return digest.periodic() ? "Digest" : "While it was quiet";
    }

    /** When it was due. */
    public static String time(Digest digest) {
        return TIME.format(digest.at());
    }

    public static String stories(int number) {
        return number == 0 ? "no story" : number == 1 ? "1 story" : number + " stories";
    }

    /** The same bytes at every attempt, fewer than this many. */
    public static String webhook(Digest digest, int mostBytes) {
        return DigestBody.of(digest, mostBytes);
    }

    /** What came to a story while its first alert waited, in a line each. */
    public static List<String> lines(List<Alert> later) {
        return later.stream().map(DigestWriter::line).toList();
    }

    private static String line(Alert alert) {
        var view = AlertView.of(alert, alert.event().hops());
        var story = view.story();
        var news = story == null || story.news().isEmpty() ? "Told again: " + view.publisher() + "." : story.news();
        return news + " \u201c" + view.title() + "\u201d";
    }
}
