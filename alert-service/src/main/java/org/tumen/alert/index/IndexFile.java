package org.tumen.alert.index;

import java.time.Duration;
import java.util.Map;
import org.tumen.alert.baseline.SignalKinds.Kind;
import org.tumen.model.assessment.Status;

/**
 * {@code index.yaml}: how far one signal moves the index of a dyad, and how it falls back.
 *
 * @param episodic of dated acts
 * @param structural of slow variables; the two are never added up
 * @param fullShare the part of the outlets that has to tell a signal on a day for it to count in full, in (0, 1]
 * @param leastOutlets fewer outlets than this on a day count as so many: one outlet is not everybody
 * @param weights by what a signal is made of, the part of the bound that it can reach
 * @param wordsAlone what words are worth while nothing material was told between the two, as a part of their weight
 * @param followUp how long before or after the day it may be told
 * @param statuses what a finding counts by how it is held; nothing where it is not named
 */
record IndexFile(
        Series episodic,
        Series structural,
        double fullShare,
        int leastOutlets,
        Weights weights,
        double wordsAlone,
        Duration followUp,
        Map<Status, Double> statuses) {

    /**
     * One series.
     *
     * @param halfLife after which half of a step is left, in whole days
     * @param bound the most that one signal in one direction can ever move the index, in (0, 1)
     */
    record Series(Duration halfLife, double bound) {

        /** What is left of a step after a day. */
        double leftAfterADay() {
            return Math.pow(0.5, 1.0 / halfLife.toDays());
        }
    }

    /** In [0, 1] each. */
    record Weights(double material, double act, double words) {

        double of(Kind kind) {
            return switch (kind) {
                case MATERIAL -> material;
                case ACT -> act;
                case WORDS -> words;
            };
        }
    }
}
