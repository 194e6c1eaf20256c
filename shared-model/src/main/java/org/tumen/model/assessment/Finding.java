package org.tumen.model.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signal found in an article.
 *
 * @param signal which
 * @param tier whether one act or a slow variable
 * @param dyad between whom, with direction
 * @param leftOut the third actor at whose cost it is; null when there is none
 * @param polarity whether it brings the dyad closer or apart
 * @param status how the text holds it
 * @param claimant who says so, as the text names them; null when the text itself does
 * @param score in [0, 1]; exactly the sum of the contributions
 * @param evidence at least one span of the article
 * @param contributions what the score is made of, in the order in which to read them
 */
public record Finding(
        SignalId signal,
        Tier tier,
        Dyad dyad,
        @Nullable ActorId leftOut,
        Polarity polarity,
        Status status,
        @Nullable String claimant,
        double score,
        List<Evidence> evidence,
        List<Contribution> contributions) {

    /** Doubles do not add up exactly; half a thousandth is below what is shown. */
    private static final double ROUNDING = 5e-4;

    public Finding {
        evidence = List.copyOf(evidence);
        contributions = List.copyOf(contributions);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score: " + score + " (expected: 0 to 1)");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence: none (expected: at least one span)");
        }
        var sum = contributions.stream().mapToDouble(Contribution::value).sum();
        if (Math.abs(sum - score) > ROUNDING) {
            throw new IllegalArgumentException(
                    "score: " + score + " (expected: the sum of its contributions, " + sum + ")");
        }
    }
}
