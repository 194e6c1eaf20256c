package org.tumen.classifier.actor;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Terms;
import org.tumen.model.assessment.ActorId;

/**
 * A state, past or present, and the words by which texts name it. One name written in several scripts or spellings is
 * one actor.
 *
 * @param id as in findings
 * @param name for people
 * @param country ISO 3166-1 alpha-2 of the outlets that speak for it; null when none does any more
 * @param names of the state, its people and its armed forces, adjectives too
 * @param people its leaders, ministers and envoys
 * @param offices ministries, parties, agencies and palaces that stand for it
 * @param capitals its seat of government, which may also be no more than where something happens
 * @param places its regions, towns and ports, which say less than a capital
 * @param veto longer names that contain one of the above and mean something else
 */
public record Actor(
        ActorId id,
        String name,
        @Nullable String country,
        Terms names,
        @Nullable Terms people,
        @Nullable Terms offices,
        @Nullable Terms capitals,
        @Nullable Terms places,
        @Nullable Terms veto) {

    /** How a text names an actor. */
    public enum Kind {
        NAME,
        PERSON,
        OFFICE,
        CAPITAL,
        PLACE
    }

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: blank (expected: the actor's name, for people)");
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names: none (expected: names in at least one language)");
        }
    }

    public Terms terms(Kind kind) {
        return Objects.requireNonNullElse(
                switch (kind) {
                    case NAME -> names;
                    case PERSON -> people;
                    case OFFICE -> offices;
                    case CAPITAL -> capitals;
                    case PLACE -> places;
                },
                Terms.NONE);
    }

    public Terms vetoes() {
        return Objects.requireNonNullElse(veto, Terms.NONE);
    }
}
