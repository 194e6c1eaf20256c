package org.tumen.alert.story.link;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/**
 * What one article tells of an event, in the marks by which it is held against others. It is kept with its story, so the
 * names of its members are those of a stored form.
 *
 * @param article whose
 * @param at when it appeared, UTC
 * @param language BCP 47 primary language, or {@code und}
 * @param claims what it was found to claim, strongest first; empty when nothing was found and only its words are wanted
 * @param marks what it speaks of: ids of terms with their kind, {@code place:rason}
 * @param numbers amounts in its title and first sentences, in digits
 * @param words of its title and first sentences, cut to their stems
 * @param voices whose word it may be: its outlet, the agency it credits or cites, the text that it copies
 * @param copyOf the article whose text it repeats, itself when it is the first; null when that is not known
 * @param withdrawn whether the outlet does not say it any more
 */
public record Account(
        ArticleId article,
        Instant at,
        String language,
        List<Claim> claims,
        Set<String> marks,
        Set<String> numbers,
        Set<String> words,
        Set<String> voices,
        @Nullable ArticleId copyOf,
        boolean withdrawn) {

    public Account {
        claims = List.copyOf(claims);
        marks = Set.copyOf(marks);
        numbers = Set.copyOf(numbers);
        words = Set.copyOf(words);
        voices = Set.copyOf(voices);
    }

    /**
     * One finding of the article.
     *
     * @param pair the two actors in alphabetical order
     * @param giver which of them acts
     */
    public record Claim(SignalId signal, String pair, String giver, Status status, double score) {

        /** What accounts of one event have in common at least. */
        public String key() {
            return signal + " " + pair;
        }
    }

    /** How its strongest claim is held. Where nothing is claimed there is nothing to confirm or deny, as with history. */
    public Status status() {
        return claims.isEmpty() ? Status.HISTORICAL : claims.getFirst().status();
    }

    public double score() {
        return claims.stream().mapToDouble(Claim::score).max().orElse(0);
    }

    /** Whether it tells of an act as present news; history and views do not testify to it. */
    public boolean testifies() {
        return switch (status()) {
            case REPORTED, ANNOUNCED, DENIED, ANTICIPATED -> true;
            case HISTORICAL, OPINION -> false;
        };
    }

    /** Whether it says of its strongest claim that it is so, or that it is not: what others may have claimed before. */
    boolean answers() {
        return !repeatsAnother() && (status() == Status.DENIED || status() == Status.ANNOUNCED);
    }

    /** Whether it repeats the text of an article that came before. */
    public boolean repeatsAnother() {
        return copyOf != null && !copyOf.equals(article);
    }

    /** The same, taken back by its outlet or there again. */
    public Account withdrawn(boolean withdrawn) {
        return new Account(article, at, language, claims, marks, numbers, words, voices, copyOf, withdrawn);
    }

    /** The same with these claims. */
    Account claiming(List<Claim> claims) {
        return new Account(article, at, language, claims, marks, numbers, words, voices, copyOf, withdrawn);
    }

    /** Whether a reader would be told something else by the other account: another act, status, amount or name. */
    public boolean saysOtherThan(Account other) {
        return !claims.stream()
                        .map(claim -> claim.key() + claim.giver() + claim.status())
                        .toList()
                        .equals(other.claims.stream()
                                .map(claim -> claim.key() + claim.giver() + claim.status())
                                .toList())
                || !marks.equals(other.marks)
                || !numbers.equals(other.numbers);
    }
}
