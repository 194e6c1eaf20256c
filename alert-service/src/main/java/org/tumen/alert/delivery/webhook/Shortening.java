package org.tumen.alert.delivery.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.present.DisplayText;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.Route;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;
import org.tumen.model.feed.Source;

/** Makes an alert short enough to be posted. What remains is true: a shorter quote still stands where it says. */
final class Shortening {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_QUOTE = 200;
    private static final int MOST_QUOTES = 3;
    private static final int MOST_CONTRIBUTIONS = 40;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_WITNESSES = 3;

    private Shortening() {}

    /**
     * A form of an alert.
     *
     * @param leftOut what it lacks, in words of ours; empty when it is whole
     */
    record Shortened(AlertRaised event, List<String> leftOut) {}

    /** All of it; but for a title that nobody would read to its end. */
    static Shortened none(AlertRaised event) {
        return new Shortened(
                form(event, event.article(), event.findings(), event.routes(), event.absence()), List.of());
    }

    /** The strongest findings, each with a few short quotes. */
    static Shortened quotes(AlertRaised event, int findings) {
        var left = new ArrayList<>(List.of("quotes are cut"));
        if (findings < event.findings().size()) {
            left.add((event.findings().size() - findings) + " weaker findings are left out");
        }
        var kept = event.findings().subList(0, findings).stream()
                .map(finding -> finding(finding, MOST_QUOTES, finding.contributions()))
                .toList();
        return new Shortened(form(event, event.article(), kept, event.routes(), event.absence()), left);
    }

    /** Every part that somebody else could make long is short. */
    static Shortened most(AlertRaised event) {
        var strongest = event.findings().stream()
                .limit(1)
                .map(finding -> finding(finding, 1, sum(finding)))
                .toList();
        var routes = event.routes().stream()
                .map(route -> new Route(
                        route.subscription(),
                        DisplayText.line(route.reason(), LONGEST_TITLE),
                        route.words().stream()
                                .limit(MOST_QUOTES)
                                .map(Shortening::evidence)
                                .toList()))
                .toList();
        return new Shortened(
                form(event, article(event.article()), strongest, routes, absence(event)),
                List.of("only the strongest finding and its first quote are here, long names and addresses are cut"));
    }

    private static List<Contribution> sum(Finding finding) {
        return finding.contributions().size() > MOST_CONTRIBUTIONS
                ? List.of(new Contribution("sum", finding.score()))
                : finding.contributions();
    }

    private static AlertRaised form(
            AlertRaised event,
            ArticleReference article,
            List<Finding> findings,
            List<Route> routes,
            @Nullable Absence absence) {
        return new AlertRaised(
                event.id(),
                new ArticleReference(
                        article.id(),
                        article.revision(),
                        article.source(),
                        article.url(),
                        DisplayText.line(article.title(), LONGEST_TITLE),
                        article.language()),
                findings,
                routes,
                event.catalogueVersion(),
                event.hops(),
                event.story(),
                event.surprises() == null ? null : event.surprises().subList(0, findings.size()),
                absence);
    }

    private static Finding finding(Finding finding, int mostQuotes, List<Contribution> contributions) {
        var claimant = finding.claimant();
        return new Finding(
                finding.signal(),
                finding.tier(),
                finding.dyad(),
                finding.leftOut(),
                finding.polarity(),
                finding.status(),
                claimant == null ? null : DisplayText.line(claimant, LONGEST_QUOTE),
                finding.score(),
                finding.evidence().stream()
                        .limit(mostQuotes)
                        .map(Shortening::evidence)
                        .toList(),
                contributions);
    }

    private static Evidence evidence(Evidence evidence) {
        var quote = evidence.quote();
        if (quote.length() <= LONGEST_QUOTE) {
            return evidence;
        }
        var length = Character.isHighSurrogate(quote.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return new Evidence(evidence.part(), evidence.start(), evidence.start() + length, quote.substring(0, length));
    }

    private static ArticleReference article(ArticleReference article) {
        var source = article.source();
        return new ArticleReference(
                article.id(),
                article.revision(),
                new Source(
                        source.feed(),
                        DisplayText.line(source.publisher(), LONGEST_QUOTE),
                        source.family(),
                        source.kind(),
                        source.country()),
                address(article.url()),
                article.title(),
                article.language());
    }

    /** Of an endless address its site remains. */
    private static URI address(URI url) {
        return url.toString().length() <= LONGEST_ADDRESS
                ? url
                : URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/");
    }

    private static @Nullable Absence absence(AlertRaised event) {
        var absence = event.absence();
        return absence == null
                ? null
                : new Absence(
                        absence.expectation(),
                        absence.occasion(),
                        absence.day(),
                        absence.expected(),
                        absence.dyad(),
                        absence.from(),
                        absence.until(),
                        absence.witnesses().stream().limit(MOST_WITNESSES).toList(),
                        absence.seen());
    }
}
