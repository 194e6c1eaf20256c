package org.tumen.classifier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.match.Match;
import org.tumen.classifier.signal.Scoring;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.feed.SourceKind;

/** The score of one match: a sum of named contributions, every one of them from the catalogue. */
final class Score {

    private static final double TEN_THOUSANDTHS = 1e4;

    private final Actors actors;
    private final Scoring scoring;

    Score(Actors actors, Scoring scoring) {
        this.actors = actors;
        this.scoring = scoring;
    }

    /**
     * Scores one match.
     *
     * @param aside whether the title tells something else
     * @param events of the whole text
     */
    Finding of(Match match, AssessedText text, boolean aside, List<CodedEvent> events) {
        var status = status(match, text);
        var contributions = contributions(match, status, text.kind(), aside);
        Vote.of(match, polarity(match), events)
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
                match.frame().leftOut() != null
                        ? match.frame().leftOut()
                        : match.signal().leftOutBy(match.dyad().pair()),
                polarity(match),
                status,
                match.claimant(),
                Math.clamp(rounded(sum), 0, 1),
                match.evidence(),
                contributions);
    }

    private static Polarity polarity(Match match) {
        return Objects.requireNonNullElse(
                match.frame().polarity(), match.signal().polarity());
    }

    /** What an actor itself says of its act, or its official and state media do, is announced and not reported. */
    private Status status(Match match, AssessedText text) {
        if (match.status() != Status.REPORTED) {
            return match.status();
        }
        var speaksForState = text.kind() == SourceKind.OFFICIAL || text.kind() == SourceKind.STATE_MEDIA;
        var voice = speaksForState ? actors.ofCountry(text.country()).orElse(match.speaker()) : match.speaker();
        // Whoever is snubbed, cut off or struck reports it; what both do is announced by either.
        var apart = polarity(match) == Polarity.APART;
        return match.dyad().giver().equals(voice)
                        || (!apart && match.dyad().receiver().equals(voice))
                ? Status.ANNOUNCED
                : Status.REPORTED;
    }

    private List<Contribution> contributions(Match match, Status status, SourceKind kind, boolean aside) {
        var contributions = new ArrayList<Contribution>();
        contributions.add(new Contribution("signal", match.signal().weight()));
        add(
                contributions,
                "frame " + match.frame().id(),
                Objects.requireNonNullElse(match.frame().weight(), 0.0));
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
        add(contributions, inWords(status), scoring.status().getOrDefault(status, 0.0));
        add(contributions, inWords(kind), scoring.source().getOrDefault(kind, 0.0));
        return contributions;
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
