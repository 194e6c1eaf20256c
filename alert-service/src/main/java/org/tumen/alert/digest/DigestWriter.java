package org.tumen.alert.digest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.raise.Alert;

/** Writes a digest as a mail, the same facts as text and as HTML, and as the body of a webhook call. */
@Component
public class DigestWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ISpringTemplateEngine templates;

    DigestWriter(ISpringTemplateEngine templates) {
        this.templates = templates;
    }

    /** A mail as it is to be read. */
    public record Mail(String subject, String text, String html) {}

    /**
     * One story.
     *
     * @param alert as it stands
     * @param since what came to it while it waited, in a line each
     */
    record EntryView(AlertView alert, List<String> since) {}

    /** The same mail at every attempt. */
    public Mail mail(Digest digest, String subscriptionName) {
        var entries = digest.entries().stream().map(DigestWriter::view).toList();
        var title = title(digest);
        var context = new Context(Locale.ENGLISH);
        context.setVariable("title", occasion(digest));
        context.setVariable("time", TIME.format(digest.at()));
        context.setVariable("stories", stories(entries.size()));
        context.setVariable("entries", entries);
        context.setVariable("subscription", subscriptionName);
        return new Mail(
                "[Tumen] " + title, text(title, entries, subscriptionName), templates.process("digest", context));
    }

    /** In one line: {@code Digest · 30 Nov 2026 07:00 UTC · 3 stories}. */
    public static String title(Digest digest) {
        return occasion(digest) + " · " + TIME.format(digest.at()) + " · "
                + stories(digest.entries().size());
    }

    private static String occasion(Digest digest) {
        return digest.periodic() ? "Digest" : "While it was quiet";
    }

    /** The same bytes at every attempt, fewer than this many. */
    public static String webhook(Digest digest, int mostBytes) {
        return DigestBody.of(digest, mostBytes);
    }

    private static EntryView view(Digest.Entry entry) {
        var shown = entry.shown();
        return new EntryView(AlertView.of(shown, shown.event().hops()), lines(entry.later()));
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

    private static String stories(int number) {
        return number == 0 ? "no story" : number == 1 ? "1 story" : number + " stories";
    }

    private static String text(String head, List<EntryView> entries, String subscriptionName) {
        var body = new StringBuilder(head).append("\n\n");
        for (var i = 0; i < entries.size(); i++) {
            body.append(i + 1).append(". ").append(text(entries.get(i))).append('\n');
        }
        return body.append("You get this because of the subscription \"")
                .append(subscriptionName)
                .append("\".\n")
                .toString();
    }

    private static String text(EntryView entry) {
        var alert = entry.alert();
        var story = alert.story();
        return alert.title() + "\n"
                + alert.findings().stream()
                        .map(finding -> "   " + finding.signal() + ": " + finding.giver() + " -> " + finding.receiver()
                                + ", " + finding.status() + ", score " + finding.scoreWords() + "\n")
                        .collect(Collectors.joining())
                + (story == null ? "" : "   " + story.origins() + "; " + story.claim() + "\n")
                + (story == null || story.news().isEmpty() ? "" : "   " + story.news() + "\n")
                + entry.since().stream().map(line -> "   " + line + "\n").collect(Collectors.joining())
                + "   " + alert.publisher() + " (" + alert.source() + "): " + alert.address() + "\n";
    }
}
