package org.tumen.alert.story.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code stories.yaml}: what tells one event from another, and how much each mark weighs. */
record StoryFile(Weights linking, List<Entry> terms) {

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
