package org.tumen.classifier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.classifier.match.Match;
import org.tumen.classifier.signal.Scoring;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Finding;
import org.tumen.model.feed.SourceKind;

/** The score of one match: a sum of named contributions, every one of them from the catalogue. */
final class Score {

    private static final double TEN_THOUSANDTHS = 1e4;

    private final Scoring scoring;

    Score(Scoring scoring) {
        this.scoring = scoring;
    }

    /**
     * Scores one match.
     *
     * @param aside whether the title tells something else
     * @param events of the whole text
     */
    Finding of(Match match, AssessedText text, boolean aside, List<CodedEvent> events) {
        var contributions = contributions(match, text.kind(), aside);
        Vote.of(match, match.polarity(), events)
                .ifPresent(vote -> add(contributions, vote.name(), vote.points(scoring)));
        var sum = contributions.stream().mapToDouble(Contribution::value).sum();
        var limited = Math.clamp(sum, 0, 1);
        if (limited != sum) {
            contributions.add(new Contribution("limit", rounded(limited - sum)));
        }
        return new Finding(
                match.signal().id(),
                match.signal().tier(),
                match.dyad(),
                match.leftOut(),
                match.polarity(),
                match.status(),
                match.claimant(),
                Math.clamp(rounded(sum), 0, 1),
                match.evidence(),
                contributions);
    }

    private List<Contribution> contributions(Match match, SourceKind kind, boolean aside) {
        var contributions = new ArrayList<Contribution>();
        contributions.add(new Contribution("signal", match.signal().weight()));
        // What only names the matter counts less, unless the model sees the signal in it.
        if (match.frame() != null && !(match.isFallback() && match.isLikely())) {
            add(
                    contributions,
                    "frame " + match.frame().id(),
                    match.weight() - match.signal().weight());
        }
        addModel(contributions, match);
        if (match.inTitle()) {
            add(contributions, "title", scoring.title());
        } else if (match.sentence() < scoring.leadSentences()) {
            add(contributions, "lead", scoring.lead());
        } else if (match.sentence() < scoring.bodySentences()) {
            add(contributions, "body", scoring.body());
        } else {
            add(contributions, "background", scoring.background());
        }
        add(contributions, "beside the title", aside ? scoring.aside() : 0);
        add(contributions, "across sentences", match.acrossSentences() ? scoring.acrossSentences() : 0);
        add(contributions, "capital only", match.capitalOnly() ? scoring.capitalOnly() : 0);
        add(contributions, inWords(match.status()), scoring.status().getOrDefault(match.status(), 0.0));
        add(contributions, inWords(kind), scoring.source().getOrDefault(kind, 0.0));
        return contributions;
    }

    private void addModel(List<Contribution> contributions, Match match) {
        var model = scoring.model();
        if (model != null && match.logOdds() != null) {
            var alone = match.frame() == null ? model.alone() : 0;
            add(contributions, "model", rounded(model.points(match.logOdds()) + alone));
        }
    }

    private static void add(List<Contribution> contributions, String name, double value) {
        if (value != 0) {
            contributions.add(new Contribution(name, value));
        }
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double rounded(double value) {
        return Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
