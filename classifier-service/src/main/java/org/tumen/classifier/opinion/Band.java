package org.tumen.classifier.opinion;

import java.util.ArrayList;
import org.tumen.classifier.opinion.SecondOpinion.Verdict;
import org.tumen.classifier.signal.Scoring;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Finding;

/** The scores near the threshold: only a finding within is asked about, and no answer carries it out. */
record Band(double least, double most, Scoring.Opinion points) {

    private static final double TEN_THOUSANDTHS = 1e4;

    static Band of(Scoring scoring, Scoring.Opinion points) {
        return new Band(
                rounded(Math.max(0, scoring.threshold() - points.band())),
                rounded(Math.min(1, scoring.threshold() + points.band())),
                points);
    }

    boolean holds(Finding finding) {
        return finding.score() >= least && finding.score() <= most;
    }

    /** The same finding, with all its evidence, and a contribution of this name when the word changes its score. */
    Finding moved(Finding finding, String name, Verdict verdict) {
        var wanted = switch (verdict) {
            case TOLD -> points.told();
            case NOT_TOLD -> points.notTold();
            case UNSURE -> 0;
        };
        var score = rounded(Math.clamp(finding.score() + wanted, least, most));
        var change = rounded(score - finding.score());
        if (change == 0) {
            return finding;
        }
        var contributions = new ArrayList<>(finding.contributions());
        contributions.add(new Contribution(name, change));
        return new Finding(
                finding.signal(),
                finding.tier(),
                finding.dyad(),
                finding.leftOut(),
                finding.polarity(),
                finding.status(),
                finding.claimant(),
                score,
                finding.evidence(),
                contributions);
    }

    private static double rounded(double value) {
        return Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
