package org.tumen.alert.preview;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.preview.Preview.Item;
import org.tumen.alert.preview.Preview.NotSent;
import org.tumen.alert.preview.Preview.Sent;
import org.tumen.model.assessment.Evidence;

/** A preview for a terminal. */
final class PreviewText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NAME = 40;

    private PreviewText() {}

    static void print(String subscription, Preview preview, boolean explain, PrintStream out) {
        out.printf(
                "%s: %d of %d articles since %s UTC would have been sent, on %d stories%n",
                subscription, preview.alerts(), preview.articles(), time(preview.since()), preview.stories());
        if (!preview.complete()) {
            out.printf("  Only the articles until %s UTC were looked at.%n", time(preview.until()));
        }
        if (preview.withoutText() > 0) {
            out.printf("  Of %d more articles no text is kept.%n", preview.withoutText());
        }
        preview.unseen().forEach(name -> out.println("  Look at " + DisplayText.line(name)));
        preview.sent().forEach(sent -> print(sent, out));
        if (preview.sent().size() < preview.alerts()) {
            leftOut("  ", preview.alerts() - preview.sent().size(), out);
        }
        if (!preview.notSent().isEmpty()) {
            out.println();
            out.println("  Not sent");
            preview.notSent().forEach(rest -> print(rest, explain, out));
        }
        out.println();
    }

    private static void print(Sent sent, PrintStream out) {
        out.println();
        out.println("  " + time(sent.item().publishedAt()) + "  " + inWords(sent.item()));
        out.println("    " + sent.news().stream().map(PreviewText::lower).collect(Collectors.joining(", ")) + "; "
                + sent.origins() + (sent.origins() == 1 ? " origin" : " origins"));
        out.println("    when: " + when(sent));
        sent.findings().forEach(finding -> out.println("    " + finding));
        out.println("    because: " + DisplayText.line(sent.reason()));
        if (!sent.hits().isEmpty()) {
            out.println("    words: "
                    + sent.hits().stream()
                            .map(Evidence::quote)
                            .distinct()
                            .map(quote -> "\u201c" + DisplayText.line(quote) + "\u201d")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void print(NotSent rest, boolean explain, PrintStream out) {
        out.printf(
                "  %6d  %-18s %s%n",
                rest.articles(),
                rest.reason(),
                rest.examples().isEmpty()
                        ? ""
                        : DisplayText.line(rest.examples().getFirst().words()));
        if (explain) {
            rest.examples().forEach(example -> {
                out.println("            " + time(example.item().publishedAt()) + "  " + inWords(example.item()));
                out.println("              " + DisplayText.line(example.words()));
            });
            leftOut("            ", rest.articles() - rest.examples().size(), out);
        }
    }

    private static String when(Sent sent) {
        var when = sent.when();
        var later = when.at().isAfter(sent.item().publishedAt()) ? "; " + time(when.at()) + " UTC" : "";
        return when.words() + later;
    }

    private static void leftOut(String indent, long articles, PrintStream out) {
        if (articles > 0) {
            out.printf("%s... and %d more; --examples N lists N%n", indent, articles);
        }
    }

    private static String inWords(Item item) {
        return DisplayText.line(item.title(), LONGEST_TITLE) + "  (" + DisplayText.line(item.publisher(), LONGEST_NAME)
                + ")";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
