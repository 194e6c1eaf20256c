package org.tumen.alert.delivery.email;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IContext;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;
import org.tumen.alert.present.AlertView.QuoteView;

/** The text part of a mail: the same facts as the HTML part, in the same order. */
final class MailText {

    private MailText() {}

    static String of(AlertView alert, IContext facts) {
        var judge = (List<?>) facts.getVariable("judge");
        var findings = IntStream.range(0, alert.findings().size())
                .mapToObj(place -> finding(alert.findings().get(place), judge, place))
                .collect(Collectors.joining("\n\n"));
        return story(alert, facts) + alert.title() + "\n\n"
                + (findings.isEmpty() ? "" : findings + "\n\n")
                + words(alert.words())
                + standing(alert)
                + since((List<?>) facts.getVariable("joined"))
                + source(alert, facts.getVariable("published"))
                + line("Its page:  ", facts.getVariable("storyPage"))
                + "This mail: " + facts.getVariable("latency") + "\n\n"
                + line("Acknowledge it, or others are called in: ", facts.getVariable("acknowledge"))
                + "You get this because of the subscription \"" + facts.getVariable("subscription") + "\": "
                + facts.getVariable("reason") + ".\n"
                + line("All alerts: ", facts.getVariable("page"))
                + line("No more of these mails: ", facts.getVariable("unsubscribe"));
    }

    static String line(String words, @Nullable Object link) {
        return link == null ? "" : words + link + "\n";
    }

    /** What is new stands first: it is what a list of mails shows. */
    private static String story(AlertView alert, IContext facts) {
        var story = alert.story();
        return story == null || story.news().isEmpty()
                ? ""
                : story.news() + "\nYou were told first of: " + facts.getVariable("firstTitle") + "\n\n";
    }

    static String standing(AlertView alert) {
        var story = alert.story();
        return story == null ? "" : "Story:     " + story.origins() + "; " + story.claim() + "\n";
    }

    /** What came on the story while this mail waited. */
    static String since(List<?> lines) {
        return lines.stream().map(line -> "Since:     " + line + "\n").collect(Collectors.joining());
    }

    static String source(AlertView alert, @Nullable Object published) {
        return "Source:    " + alert.publisher() + " (" + alert.source() + ")\n"
                + "Article:   " + alert.address() + "\n"
                + "Published: " + (published == null ? "not told by the source" : published) + "\n";
    }

    static String words(List<QuoteView> words) {
        return words.isEmpty()
                ? ""
                : "Your words:\n" + words.stream().map(MailText::quote).collect(Collectors.joining("\n")) + "\n\n";
    }

    /** @param judge where to judge each; empty when nobody can tell where links lead */
    static String finding(FindingView finding, List<?> judge, int place) {
        return finding(finding) + (judge.isEmpty() ? "" : "\nA signal, or noise? " + judge.get(place));
    }

    private static String finding(FindingView finding) {
        var leftOut = finding.leftOut() == null ? "" : "  (left out: " + finding.leftOut() + ")";
        var claimant = finding.claimant() == null ? "" : ", according to " + finding.claimant();
        return finding.signal() + ": " + finding.giver() + " -> " + finding.receiver() + leftOut + "\n"
                + finding.status() + claimant + "; " + finding.tier() + "; "
                + (finding.polarity().equals("either") ? "direction open" : "brings them " + finding.polarity()) + "\n"
                + "Score " + finding.scoreWords() + " = "
                + finding.parts().stream()
                        .map(part -> part.name() + " " + part.value())
                        .collect(Collectors.joining(", "))
                + "\n"
                + surprise(finding)
                + finding.quotes().stream().map(MailText::quote).collect(Collectors.joining("\n"));
    }

    private static String surprise(FindingView finding) {
        var surprise = finding.surprise();
        return surprise == null ? "" : surprise.words() + "\n";
    }

    /** The evidence stands between asterisks. */
    private static String quote(QuoteView quote) {
        return "  " + (quote.title() ? "Title: " : "") + "\u201c"
                + quote.pieces().stream()
                        .map(piece -> piece.marked() ? "*" + piece.text() + "*" : piece.text())
                        .collect(Collectors.joining())
                + "\u201d";
    }
}
