package org.tumen.alert.story.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code stories.yaml}: what tells one event from another, and how much each mark weighs. */
record StoryFile(Weights linking, @Nullable Answers answers, List<Entry> terms) {

    /** What a term names. */
    enum Kind {
        @JsonProperty("capital")
        CAPITAL,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("person")
        PERSON,
        @JsonProperty("occasion")
        OCCASION,
        /** The form in which people gather, as a parade; two of one form may mark two occasions. */
        @JsonProperty("gathering")
        GATHERING,
        @JsonProperty("thing")
        THING,
        @JsonProperty("act")
        ACT,
        /** A word by which somebody says that what others claimed is so: no mark of an act. */
        @JsonProperty("confirmation")
        CONFIRMATION,
        /** Somebody whose word others pass on: an agency, a state medium. */
        @JsonProperty("source")
        SOURCE
    }

    /**
     * Points for one more article of a story; at the threshold it belongs to it.
     *
     * @param threshold the least sum
     * @param signal for the same signal between the same actors, without which nothing is linked
     * @param reversed when the other actor acts
     * @param day for each day between the two, the first half day not counted
     * @param words for the same words, times the part of them that is shared; only within a language, and
     *     where nothing below sets the two apart
     * @param number amounts in common, or none although both have some
     * @param kinds the same for the terms of each kind
     */
    record Weights(
            double threshold,
            double signal,
            double reversed,
            double day,
            double words,
            Points number,
            Map<Kind, Points> kinds) {}

    /**
     * When a denial or confirmation of a claim of weeks ago belongs to it: the least sum of what both share of numbers,
     * places, persons, occasions, things and acts, one of the first four among them, with nothing that sets them apart.
     *
     * @param denied for a denial
     * @param confirmed for a confirmation, as what is announced is as a rule a new act of the kind, and for a bare denial
     * @param ahead by so much the claim must be before any other that would do
     * @param speakers persons who speak for others: that one of them denies it does not tell two acts apart
     * @param bare the signal of a denial in which nothing is found but that it is one
     * @param bareOf signals of acts that it may be of
     */
    record Answers(
            double denied, double confirmed, double ahead, List<String> speakers, String bare, List<String> bareOf) {}

    /** Points when the smaller set is all shared, and when nothing is; in proportion between. */
    record Points(double shared, double other) {}

    /** One name or notion with its words; a star at the end stands for any ending. */
    record Entry(
            String id,
            Kind kind,
            @Nullable List<String> en,
            @Nullable List<String> ko,
            @Nullable List<String> zh,
            @Nullable List<String> ru) {}
}
