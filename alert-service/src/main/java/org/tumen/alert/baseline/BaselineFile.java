package org.tumen.alert.baseline;

import java.time.Duration;
import java.util.List;
import org.tumen.model.assessment.SignalId;

/**
 * {@code baseline.yaml}: what is compared with what, and which signals are words.
 *
 * @param surprise limits of the comparison
 * @param signals by what they are made of; those in neither list are acts
 */
record BaselineFile(Limits surprise, Kinds signals) {

    /**
     * Limits of the comparison.
     *
     * @param window how far back earlier days are looked at, in whole days; with last year's occasion in it
     * @param leastDays days with news of such sources below which nothing is said
     * @param leastOccasionDays the same on occasions, of which a year has few
     * @param unusual a tail probability below this is unusual
     * @param rare below this it is rare
     * @param followUp words count as followed by deeds when something material was told within this time before
     */
    record Limits(
            Duration window, int leastDays, int leastOccasionDays, double unusual, double rare, Duration followUp) {}

    /**
     * What signals are made of.
     *
     * @param material goods, arms, soldiers, money
     * @param words statements, greetings, ceremony
     */
    record Kinds(List<SignalId> material, List<SignalId> words) {}
}
