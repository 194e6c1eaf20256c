package org.tumen.stack.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.News;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.Caught.Channel;
import org.tumen.stack.console.Terminal;

/** One arrival on one readable line: when, by which way, what signal between whom, the quoted words, the outlet. */
final class ArrivalLine {

    private static final int QUOTE = 60;
    private static final Map<Polarity, String> ARROWS =
            Map.of(Polarity.CLOSER, "→", Polarity.APART, "⇸", Polarity.EITHER, "↔");

    private ArrivalLine() {}

    static String of(Caught caught, Duration latency, String outlet, Terminal terminal) {
        var what = caught.alert()
                .map(alert -> finding(alert.findings().getFirst(), terminal))
                .orElseGet(() -> "“" + shortened(oneLine(caught.subject()), QUOTE + 26) + "”");
        return String.format(Locale.ROOT, "  %5.1f s  ", latency.toMillis() / 1000.0)
                + Terminal.pad(caught.channel() == Channel.MAIL ? "mail" : "webhook", 9)
                + what
                + news(caught)
                + terminal.dim("  " + outlet);
    }

    /** What is new about a story that was told before. */
    private static String news(Caught caught) {
        return caught.alert()
                .map(AlertRaised::story)
                .filter(story -> !story.news().contains(News.FIRST))
                .map(story -> "  again: "
                        + story.news().stream().map(ArrivalLine::word).collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static String word(News news) {
        return news == News.ORIGIN ? "a new origin" : news.name().toLowerCase(Locale.ROOT);
    }

    private static String finding(Finding finding, Terminal terminal) {
        var dyad = finding.dyad();
        return terminal.strong(Terminal.pad(finding.signal().value(), 15))
                + Terminal.pad(dyad.giver() + " " + ARROWS.get(finding.polarity()) + " " + dyad.receiver(), 13)
                + "“" + shortened(oneLine(finding.evidence().getFirst().quote()), QUOTE) + "”";
    }

    /** A title may hold anything; the terminal sees letters only. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String shortened(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
