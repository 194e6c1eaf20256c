package org.tumen.classifier.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.Status;
import org.tumen.model.feed.SourceKind;

/**
 * What adds to a score and what takes away, in points of a score from 0 to 1.
 *
 * @param threshold findings below it are not published, in (0, 1)
 * @param title the evidence stands in the title
 * @param lead the evidence stands in one of the first sentences
 * @param body further down
 * @param background far down
 * @param leadSentences how many sentences are the lead
 * @param bodySentences how many sentences are the lead and the body; what follows is background
 * @param aside the evidence stands in the text, and the title tells another signal
 * @param acrossSentences one of the two actors is only named in the title or the lead next to the evidence
 * @param capitalOnly one of the two actors is only named by its capital
 * @param event the coded event of the sentence is of one of the signal's types, between the two actors
 * @param eventAgainst the coded event of the sentence, between the two actors, surely points the other way
 * @param model how the learned model's word counts; null when nobody asks it
 * @param opinion what a second opinion may do; null when nobody is asked for one
 * @param status by how the text holds it
 * @param source by what kind of voice the outlet is
 */
public record Scoring(
        double threshold,
        double title,
        double lead,
        double body,
        double background,
        int leadSentences,
        int bodySentences,
        double aside,
        double acrossSentences,
        double capitalOnly,
        double event,
        double eventAgainst,
        @Nullable Learned model,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Opinion opinion,

        Map<Status, Double> status,
        Map<SourceKind, Double> source) {

    /**
     * What the learned model adds and takes away: {@code slope} points for each unit of log odds above {@code neutral}, within bounds.
     *
     * @param neutral log odds that change nothing
     * @param slope points for a unit of log odds
     * @param most points at most
     * @param least points at least, below 0
     * @param alone more points, where no frame tells the signal
     */
    public record Learned(double neutral, double slope, double most, double least, double alone) {

        public Learned {
            within("model.slope", slope);
            within("model.most", most);
            within("model.least", least);
            within("model.alone", alone);
            if (slope < 0 || most < 0 || least > 0) {
                throw new IllegalArgumentException("model.slope, most, least: " + slope + ", " + most + ", " + least
                        + " (expected: at least 0, at least 0, at most 0)");
            }
        }

        /** Points for log odds. */
        public double points(double logOdds) {
            return Math.clamp(slope * (logOdds - neutral), least, most);
        }
    }

    /**
     * What a second opinion adds to a finding near the threshold and takes from it (docs/adr/0034); it carries no finding out of the band.
     *
     * @param band findings are asked about whose score is no farther than this from the threshold, in (0, 1)
     * @param told points where it confirms, in [0, 1]
     * @param notTold points where it does not, in [-1, 0]
     */
    public record Opinion(double band, double told, double notTold) {

        public Opinion {
            if (!(band > 0 && band < 1)) {
                throw new IllegalArgumentException("opinion.band: " + band + " (expected: more than 0, less than 1)");
            }
            if (!(told >= 0 && told <= 1 && notTold >= -1 && notTold <= 0)) {
                throw new IllegalArgumentException(
                        "opinion.told, notTold: " + told + ", " + notTold + " (expected: 0 to 1, -1 to 0)");
            }
        }
    }

    public Scoring {
        status = new EnumMap<>(status);
        source = new EnumMap<>(source);
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold: " + threshold + " (expected: more than 0, less than 1)");
        }
        within("title", title);
        within("lead", lead);
        within("body", body);
        within("background", background);
        within("aside", aside);
        within("acrossSentences", acrossSentences);
        within("capitalOnly", capitalOnly);
        within("event", event);
        within("eventAgainst", eventAgainst);
        status.forEach((of, value) -> within("status." + of, value));
        source.forEach((of, value) -> within("source." + of, value));
        if (title < lead || lead < body || body < background) {
            throw new IllegalArgumentException("title, lead, body, background: " + title + ", " + lead + ", " + body
                    + ", " + background + " (expected: none larger than the one before)");
        }
        if (leadSentences < 1 || bodySentences < leadSentences) {
            throw new IllegalArgumentException("leadSentences, bodySentences: " + leadSentences + ", " + bodySentences
                    + " (expected: at least 1, and the second not less than the first)");
        }
        if (status.size() < Status.values().length) {
            throw new IllegalArgumentException(
                    "status: " + status.keySet() + " (expected: each of " + Arrays.toString(Status.values()) + ")");
        }
        if (source.size() < SourceKind.values().length) {
            throw new IllegalArgumentException(
                    "source: " + source.keySet() + " (expected: each of " + Arrays.toString(SourceKind.values()) + ")");
        }
    }

    private static void within(String name, double value) {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: -1 to 1)");
        }
    }
}
