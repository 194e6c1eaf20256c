package org.tumen.classifier.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Terms;
import org.tumen.model.assessment.Status;

/**
 * The words around an act: how the text holds it, who says so, and who does it to whom.
 *
 * @param genres words of a title that tell what kind of piece it heads; the whole of it is held so
 * @param digests words of a title that head a round-up: each line of it is read for itself
 * @param noise words of sport, shows, shops and weather: a sentence or a title with one of them tells no signal
 * @param statuses the first in this order that stands by the evidence decides
 * @param claimants who is quoted for claims
 * @param claims words that make somebody near them a claimant
 * @param roles words by which an actor next to them is the giver or the receiver
 */
public record Cues(
        List<Genre> genres,
        Terms digests,
        Terms noise,
        List<StatusCue> statuses,
        Terms claimants,
        Terms claims,
        List<RoleCue> roles) {

    /**
     * Words that tell how a text holds an act.
     *
     * @param within how many words from the trigger; null is anywhere in the sentence
     * @param side of the trigger; null is either
     */
    public record StatusCue(
            Status status,
            Terms terms,
            @Nullable Integer within,
            @Nullable Side side) {

        public int reach() {
            return Objects.requireNonNullElse(within, Integer.MAX_VALUE);
        }
    }

    /**
     * A kind of piece: a column, a page from the archive.
     *
     * @param inLead true when the words tell it in the first sentences too; null is false: in the title alone
     */
    public record Genre(
            Status status, Terms terms, @Nullable Boolean inLead) {

        public boolean isToldInLead() {
            return Boolean.TRUE.equals(inLead);
        }
    }

    /**
     * Words next to an actor that tell its part in an act.
     *
     * @param role what the actor is by it
     * @param side of the actor on which the word stands
     */
    public record RoleCue(Role role, Side side, Terms terms) {}

    public enum Role {
        @JsonProperty("giver")
        GIVER,
        @JsonProperty("receiver")
        RECEIVER
    }

    public enum Side {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("after")
        AFTER,
        /** The actor's own name in this form: a case ending. */
        @JsonProperty("itself")
        ITSELF
    }

    public Cues {
        genres = List.copyOf(genres);
        statuses = List.copyOf(statuses);
        roles = List.copyOf(roles);
    }
}
