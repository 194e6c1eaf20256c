package org.tumen.alert.delivery.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.digest.Digest;
import org.tumen.alert.digest.DigestWriter;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;
import org.tumen.alert.present.AlertView.PieceView;
import org.tumen.alert.present.AlertView.QuoteView;
import org.tumen.alert.present.AlertView.SurpriseView;

/**
 * An alert or a notice as a chat shows it. Every text in it is other people's, so each form writes it as text that the chat
 * does not read for mentions, links or markup.
 *
 * @param title one line
 * @param link of the title; null when there is none
 * @param news what is new of a story, above all else; null when it is told for the first time
 * @param tone {@code correction}, {@code support} or {@code first}
 * @param sections one for each finding, in order
 * @param closing lines in small print
 * @param page where all alerts are; null when that is not known
 */
record ChatMessage(
        String title,
        @Nullable URI link,
        @Nullable String news,
        String tone,
        List<Section> sections,
        List<String> closing,
        @Nullable URI page) {

    /** The forms have room for about 20 kB. The rest is on the page. */
    private static final int MOST_FINDINGS = 4;

    private static final int MOST_QUOTES = 4;
    private static final int MOST_STORIES = 15;

    /**
     * A finding, or the lines of a notice.
     *
     * @param heading in bold; empty for none
     * @param lines each below the other
     * @param quotes each a sentence with the evidence marked
     */
    record Section(String heading, List<String> lines, List<List<PieceView>> quotes) {

        Section {
            lines = List.copyOf(lines);
        }

        static Section of(String line) {
            return new Section("", List.of(line), List.of());
        }
    }

    static ChatMessage of(AlertView alert, String reason, @Nullable URI page) {
        var findings = alert.findings();
        var sections = new ArrayList<Section>();
        findings.stream().limit(MOST_FINDINGS).map(ChatMessage::section).forEach(sections::add);
        if (findings.size() > MOST_FINDINGS) {
            var more = findings.size() - MOST_FINDINGS;
            sections.add(Section.of("and " + more + " more finding" + (more == 1 ? "" : "s")));
        }
        if (!alert.words().isEmpty()) {
            var quotes = alert.words().stream().map(QuoteView::pieces).limit(MOST_QUOTES);
            sections.add(new Section("Your words", List.of("where they stand"), quotes.toList()));
        }
        var story = alert.story();
        var source = alert.publisher() + " (" + alert.source() + ")";
        return new ChatMessage(
                alert.title(),
                alert.link(),
                story == null || story.news().isEmpty() ? null : story.news(),
                story == null ? "first" : story.tone(),
                sections,
                List.of(
                        story == null ? source : source + " · " + story.origins() + "; " + story.claim(),
                        "Because of: " + reason),
                page);
    }

    /** Each story in two lines. */
    static ChatMessage of(Digest digest, @Nullable URI page) {
        var stories = digest.entries();
        var sections = new ArrayList<Section>();
        stories.stream().limit(MOST_STORIES).map(ChatMessage::section).forEach(sections::add);
        if (stories.size() > MOST_STORIES) {
            sections.add(Section.of("and " + (stories.size() - MOST_STORIES) + " more"));
        }
        return new ChatMessage(DigestWriter.title(digest), null, null, "first", sections, List.of("Tumen"), page);
    }

    private static Section section(Digest.Entry entry) {
        var shown = entry.shown();
        var view = AlertView.of(shown, shown.event().hops());
        var finding = view.findings().stream()
                .findFirst()
                .map(first -> first.giver() + " → " + first.receiver() + " · " + first.scoreWords() + " · "
                        + (first.surprise() == null ? "" : first.surprise().verdict() + " · "))
                .orElse("");
        var story = view.story();
        return new Section(
                view.title(),
                List.of(finding
                        + view.publisher()
                        + (story == null ? "" : " · " + story.origins() + "; " + story.claim())),
                List.of());
    }

    static ChatMessage of(Notice notice) {
        var action = notice.action();
        var tone = switch (notice.tone()) {
            case TROUBLE -> "correction";
            case RECOVERY, QUESTION -> "support";
        };
        return new ChatMessage(
                notice.title(),
                null,
                null,
                tone,
                notice.lines().stream().map(Section::of).toList(),
                List.of("Tumen"),
                action == null ? null : action.link());
    }

    private static Section section(FindingView finding) {
        var leftOut = finding.leftOut() == null ? "" : ", leaving out " + finding.leftOut();
        var claimant = finding.claimant() == null ? "" : ", according to " + finding.claimant();
        var polarity = finding.polarity().equals("either") ? "direction open" : finding.polarity();
        return new Section(
                finding.giver() + " → " + finding.receiver() + leftOut + " · " + finding.scoreWords(),
                Stream.concat(
                                Stream.of(finding.signal() + " · " + polarity + " · " + finding.status() + claimant
                                        + " · " + finding.tier()),
                                Stream.ofNullable(finding.surprise()).map(SurpriseView::words))
                        .toList(),
                finding.quotes().stream()
                        .limit(MOST_QUOTES)
                        .map(QuoteView::pieces)
                        .toList());
    }
}
