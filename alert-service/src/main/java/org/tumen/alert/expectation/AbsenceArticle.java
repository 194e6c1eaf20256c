package org.tumen.alert.expectation;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.alert.expectation.Facts.Earlier;
import org.tumen.model.Hops;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.Absence.Witness;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/**
 * Tumen's own account of an absence, as an article with one finding whose evidence is the outlets that were alive. So it
 * goes to readers as everything else does. The second revision has no finding any more: the thing was seen after all.
 */
final class AbsenceArticle {

    static final SignalId SIGNAL = new SignalId("expected-not-seen");

    private static final Source TUMEN = new Source(new FeedId("tumen"), "Tumen", "tumen", SourceKind.THINK_TANK, null);
    private static final String VERSION = "expectations";

    private static final double EXPECTED = 0.4;
    private static final double ALWAYS_SEEN = 0.2;
    private static final double OUTLET = 0.05;
    private static final int MOST_OUTLETS_COUNTED = 4;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private AbsenceArticle() {}

    /** That it was not seen. */
    static ArticleAssessed missed(Expectation expectation, Absence absence, Earlier earlier, Instant now) {
        var lines = absence.witnesses().stream()
                .map(witness -> line(witness, absence))
                .toList();
        var article = article(expectation, absence, 1, text(expectation, absence, earlier, lines));
        var evidence = lines.stream()
                .map(line -> {
                    var start = article.text().indexOf(line);
                    return Evidence.quoting(article, Part.TEXT, start, start + line.length());
                })
                .toList();
        var contributions = contributions(absence, earlier);
        var score = contributions.stream().mapToDouble(Contribution::value).sum();
        var finding = new Finding(
                SIGNAL,
                Tier.EPISODIC,
                absence.dyad(),
                null,
                Polarity.EITHER,
                Status.ANTICIPATED,
                null,
                score,
                evidence,
                contributions);
        return assessed(article, List.of(finding), now);
    }

    /** That it was seen after all. */
    static ArticleAssessed seenLate(Expectation expectation, Absence absence, Instant now) {
        return assessed(article(expectation, absence, 2, "It was seen after all."), List.of(), now);
    }

    private static ArticleAssessed assessed(Article article, List<Finding> findings, Instant at) {
        return new ArticleAssessed(
                article,
                findings,
                List.of(),
                VERSION,
                VERSION,
                Hops.discovered(at, at).fetched(at).assessed(at));
    }

    private static Article article(Expectation expectation, Absence absence, int revision, String text) {
        var url = URI.create("urn:tumen:expectation:" + absence.expectation() + ":" + absence.day());
        return new Article(
                ArticleId.of(url),
                revision,
                TUMEN,
                url,
                "Expected, not seen: " + expectation.what() + " on " + absence.occasion(),
                text,
                null,
                "en");
    }

    private static String text(Expectation expectation, Absence absence, Earlier earlier, List<String> lines) {
        var text = new ArrayList<String>();
        text.add(expectation.what() + " was expected on " + absence.occasion() + ", " + DAY.format(absence.day())
                + ", and was not seen in any outlet up to " + TIME.format(absence.until()) + ".");
        text.add(
                earlier.years() == 0
                        ? "There is no history of earlier years. " + expectation.source()
                        : "It was " + earlier + ". " + expectation.source());
        text.addAll(lines);
        return String.join("\n", text);
    }

    private static String line(Witness witness, Absence absence) {
        return oneLine(witness.publisher()) + " (" + witness.feed() + ") published " + witness.articles() + " article"
                + (witness.articles() == 1 ? "" : "s") + " from " + TIME.format(absence.from()) + " on, the last at "
                + TIME.format(witness.lastAt()) + ": “" + oneLine(witness.lastTitle()) + "”";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static List<Contribution> contributions(Absence absence, Earlier earlier) {
        var outlets = Math.min(absence.witnesses().size(), MOST_OUTLETS_COUNTED);
        var all = new ArrayList<Contribution>();
        all.add(new Contribution("expected by the calendar", EXPECTED));
        if (earlier.years() > 0) {
            all.add(new Contribution(earlier.toString(), ALWAYS_SEEN * earlier.seen() / earlier.years()));
        }
        all.add(new Contribution("outlets alive", OUTLET * outlets));
        return all;
    }
}
