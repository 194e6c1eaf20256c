package org.tumen.alert.delivery.email;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;
import org.tumen.alert.present.AlertView.QuoteView;
import org.tumen.alert.present.DisplayText;

/**
 * One story of a digest, as its mail tells it in full.
 *
 * @param number its place in the digest, from 1
 * @param alert how it stands
 * @param published in words; null when the source does not tell
 * @param since what came to it while it waited, in a line each
 * @param reason why the subscription wants it
 * @param judge where to judge each finding; empty when nobody can tell where links lead
 * @param page where all of it is; null as above
 * @param acknowledge where its reader takes it on; null where nobody is called in
 */
record DigestStory(
        int number,
        AlertView alert,
        @Nullable String published,
        List<String> since,
        String reason,
        List<URI> judge,
        @Nullable URI page,
        @Nullable URI acknowledge) {

    private static final int MOST_FINDINGS = 4;
    private static final int MOST_QUOTES = 3;
    private static final int LONGEST_HEADLINE = 140;

    DigestStory {
        since = List.copyOf(since);
        judge = List.copyOf(judge);
    }

    /**
     * The same in the list at the top.
     *
     * @param link of the title; null where there is none
     * @param news of a story that was told before; else empty
     * @param facts in one line
     */
    record Headline(
            int number,
            String title,
            String language,
            @Nullable URI link,
            String news,
            String facts) {}

    Headline headline() {
        var story = alert.story();
        return new Headline(
                number,
                DisplayText.line(alert.title(), LONGEST_HEADLINE),
                alert.language(),
                page == null ? alert.link() : page,
                story == null ? "" : story.news(),
                facts());
    }

    /** {@code China → DPRK · protocol-snub · 0.80 · unusual · 2 independent origins}. */
    private String facts() {
        var story = alert.story();
        var strongest = alert.findings().stream()
                .findFirst()
                .map(finding -> Stream.of(
                        finding.giver() + " → " + finding.receiver(),
                        finding.signal(),
                        finding.scoreWords(),
                        finding.surprise() == null ? null : finding.surprise().verdict()))
                .orElse(Stream.of("your words"));
        return Stream.concat(strongest, Stream.of(story == null ? null : story.origins()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** The first findings, each with its first quotes: the rest is on the page. */
    public List<FindingView> findings() {
        return alert.findings().stream()
                .limit(MOST_FINDINGS)
                .map(finding -> finding.withQuotes(few(finding.quotes())))
                .toList();
    }

    public int moreFindings() {
        return Math.max(0, alert.findings().size() - MOST_FINDINGS);
    }

    /** Where the words of a text query stand. */
    public List<QuoteView> words() {
        return few(alert.words());
    }

    private static List<QuoteView> few(List<QuoteView> quotes) {
        return quotes.stream().limit(MOST_QUOTES).toList();
    }
}
