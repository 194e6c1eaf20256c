package org.tumen.alert.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader thinks of a finding. */
public enum Verdict {
    /** Right, and worth telling. */
    SIGNAL("Signal", "right, and worth telling"),
    /** Nothing that the desk wants to be told. */
    NOISE("Noise", "not worth telling, or not there"),
    /** It happened between others, or the other way round. */
    WRONG_ACTOR("Wrong actor", "it is between others, or the other way round"),
    /** It is held in another way: denied, planned, long past. */
    WRONG_STATUS("Wrong status", "it is denied, planned, long past or an opinion");

    private final String label;
    private final String meaning;

    Verdict(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** For a button. */
    public String label() {
        return label;
    }

    /** Beside the button. */
    public String meaning() {
        return meaning;
    }

    /** As it stands in links, answers and the database: {@code wrong-actor}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word; empty for any other. */
    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }

    /** For a message: what is allowed. */
    static String words() {
        return Arrays.stream(values()).map(Verdict::word).collect(Collectors.joining(", "));
    }
}
