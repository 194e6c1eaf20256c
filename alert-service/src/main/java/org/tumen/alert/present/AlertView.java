package org.tumen.alert.present;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.present.Quotation.Piece;
import org.tumen.alert.raise.Alert;
import org.tumen.model.Hops;
import org.tumen.model.Hops.Hop;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;

/**
 * An alert in the words that people read, in a mail and on the page alike. Every text in it is fit to be shown.
 *
 * @param findings none when only words were looked for
 * @param words the sentences in which the words of text queries stand
 */
public record AlertView(
        String id,
        String title,
        String language,
        @Nullable URI link,
        String address,
        String publisher,
        String source,
        List<FindingView> findings,
        List<HopView> hops,
        List<String> routes,
        @Nullable StoryView story,
        List<QuoteView> words) {

    private static final int LONGEST_TITLE = 300;
    static final int LONGEST_NAME = 120;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** One finding; the score is the sum of the parts. */
    public record FindingView(
            String signal,
            String tier,
            String giver,
            String receiver,
            @Nullable String leftOut,
            String polarity,
            String status,
            @Nullable String claimant,
            double score,
            String scoreWords,
            List<PartView> parts,
            List<QuoteView> quotes,
            @Nullable SurpriseView surprise) {

        /** The same with these quotes. */
        public FindingView withQuotes(List<QuoteView> quotes) {
            return new FindingView(
                    signal,
                    tier,
                    giver,
                    receiver,
                    leftOut,
                    polarity,
                    status,
                    claimant,
                    score,
                    scoreWords,
                    parts,
                    quotes,
                    surprise);
        }
    }

    /**
     * How unusual a finding is.
     *
     * @param verdict in a few words, {@code within the historical range}
     * @param sample with what it is compared, and how much there is of it
     */
    public record SurpriseView(String verdict, String sample) {

        /** All of it in one line. */
        public String words() {
            return "How unusual: " + verdict + "; " + sample;
        }
    }

    /** A summand of a score. */
    public record PartView(String name, String value, boolean negative) {}

    /** A sentence with the evidence marked. */
    public record QuoteView(boolean title, List<PieceView> pieces) {}

    /** A stretch of a sentence. */
    public record PieceView(String text, boolean marked) {}

    /**
     * The story that an alert is about.
     *
     * @param news what is new, in a sentence or two; empty when it is told for the first time
     * @param tone of what is new: {@code correction}, {@code support}, or {@code first}
     * @param claim how the claim stands, in a few words
     * @param state the same as one word, for colours
     * @param origins {@code 2 independent origins, 3 reprints}
     */
    public record StoryView(String news, String tone, String claim, String state, String origins) {}

    /**
     * A hop on the way of the article.
     *
     * @param time for people, UTC
     * @param after the time since the hop before it, in words; empty for the first
     */
    public record HopView(String name, Instant at, String time, String after) {}

    /** How this alert reads. */
    public static AlertView of(Alert alert, Hops hops) {
        var event = alert.event();
        var article = event.article();
        var source = article.source();
        var kind = event.absence() == null
                ? source.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "its calendar of expectations";
        return new AlertView(
                event.id().value(),
                DisplayText.line(article.title(), LONGEST_TITLE),
                article.language(),
                isWeb(article.url()) ? article.url() : null,
                DisplayText.line(article.url().toString(), LONGEST_TITLE),
                DisplayText.line(source.publisher(), LONGEST_NAME),
                source.country() == null ? kind : kind + ", " + source.country(),
                findings(alert),
                hops(hops),
                event.routes().stream()
                        .map(route -> route.subscription() + ": " + DisplayText.line(route.reason()))
                        .toList(),
                event.story() == null ? null : StoryWords.of(event.story(), event),
                quotes(Quotation.of(words(event), alert)));
    }

    /** Where the words of text queries stand, those of several queries once. */
    private static List<Evidence> words(AlertRaised event) {
        return event.routes().stream()
                .flatMap(route -> route.words().stream())
                .distinct()
                .toList();
    }

    private static List<FindingView> findings(Alert alert) {
        var findings = alert.event().findings();
        var surprises = alert.event().surprises();
        return IntStream.range(0, findings.size())
                .mapToObj(place -> finding(
                        findings.get(place), alert, surprises == null ? null : SurpriseWords.of(surprises.get(place))))
                .toList();
    }

    private static FindingView finding(Finding finding, Alert alert, @Nullable SurpriseView surprise) {
        var leftOut = finding.leftOut();
        var claimant = finding.claimant();
        return new FindingView(
                finding.signal().value(),
                lower(finding.tier()),
                ActorNames.of(finding.dyad().giver()),
                ActorNames.of(finding.dyad().receiver()),
                leftOut == null ? null : ActorNames.of(leftOut),
                lower(finding.polarity()),
                lower(finding.status()),
                claimant == null ? null : DisplayText.line(claimant, LONGEST_NAME),
                finding.score(),
                decimal(finding.score()),
                finding.contributions().stream()
                        .map(part -> new PartView(
                                DisplayText.line(part.name(), LONGEST_NAME), signed(part.value()), part.value() < 0))
                        .toList(),
                quotes(Quotation.of(finding, alert)),
                surprise);
    }

    private static List<QuoteView> quotes(List<Quotation> quotations) {
        return quotations.stream()
                .map(quote -> new QuoteView(
                        quote.part() == Part.TITLE,
                        quote.pieces().stream().map(AlertView::piece).toList()))
                .toList();
    }

    private static PieceView piece(Piece piece) {
        return new PieceView(piece.text(), piece.marked());
    }

    private static List<HopView> hops(Hops hops) {
        var views = new ArrayList<HopView>();
        Instant before = null;
        for (var hop : Hop.values()) {
            var at = hops.at(hop);
            if (at != null) {
                views.add(new HopView(
                        lower(hop), at, TIME.format(at), before == null ? "" : words(Duration.between(before, at))));
                before = at;
            }
        }
        return views;
    }

    /** A length of time with two digits that matter: {@code 340 ms}, {@code 2.1 s}, {@code 3 min 10 s}. */
    public static String words(Duration time) {
        var millis = time.toMillis();
        if (millis < 0) {
            return "−" + words(time.negated());
        }
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toDays() < 1
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toDays() + " d " + time.toHoursPart() + " h";
    }

    private static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String signed(double value) {
        return (value < 0 ? "−" : "+") + decimal(Math.abs(value));
    }
}
