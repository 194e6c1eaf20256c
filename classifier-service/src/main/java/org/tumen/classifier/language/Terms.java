package org.tumen.classifier.language;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases to look for, by language. A word that ends in {@code *} stands for all words that begin so; a term
 * that begins with {@code =} is looked for with its capitals as written ({@code =US}).
 */
public record Terms(@JsonValue Map<Language, List<String>> byLanguage) {

    public static final Terms NONE = new Terms(Map.of());

    private static final int SHORTEST_STEM = 2;

    @JsonCreator
    public Terms {
        var copy = new EnumMap<Language, List<String>>(Language.class);
        byLanguage.forEach((language, terms) -> copy.put(language, List.copyOf(terms)));
        byLanguage = copy;
        copy.forEach((language, terms) -> {
            if (terms.isEmpty()) {
                throw new IllegalArgumentException(
                        language.code() + ": no terms (expected: at least one, or no such key)");
            }
            terms.forEach(term -> check(language, term));
        });
    }

    public List<String> in(Language language) {
        return byLanguage.getOrDefault(language, List.of());
    }

    public Set<Language> languages() {
        return byLanguage.keySet();
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** These and those. */
    public Terms and(Terms others) {
        var all = new EnumMap<Language, List<String>>(Language.class);
        for (var language : Language.values()) {
            var terms = new ArrayList<>(in(language));
            terms.addAll(others.in(language));
            if (!terms.isEmpty()) {
                all.put(language, terms);
            }
        }
        return new Terms(all);
    }

    private static void check(Language language, String term) {
        if (isPlain(term)) {
            return;
        }
        var words = FoldedText.fold(term.startsWith("=") ? term.substring(1) : term, language);
        if (!hasLetterOrDigit(words)) {
            throw new IllegalArgumentException(
                    language.code() + ": \"" + term + "\" (expected: a word or a phrase; a term must not be empty)");
        }
        if (words.indexOf('*') < 0) {
            return;
        }
        for (var word : words.split(" ", -1)) {
            var star = word.indexOf('*');
            if (star >= 0 && star < word.length() - 1) {
                throw new IllegalArgumentException(
                        language.code() + ": \"" + term + "\" (expected: * only at the end of a word)");
            }
            if (star >= 0 && language.edges() == Language.Edges.NONE) {
                throw new IllegalArgumentException(language.code() + ": \"" + term
                        + "\" (expected: no *, a term matches anywhere in this language)");
            }
            if (star >= 0 && words.length() - 1 < SHORTEST_STEM) {
                throw new IllegalArgumentException(language.code() + ": \"" + term + "\" (expected: at least "
                        + SHORTEST_STEM + " letters before *)");
            }
        }
    }

    /** Whether there is nothing to object to, as most often: the same words are terms of many frames, and folding each of them again takes its time. */
    private static boolean isPlain(String term) {
        if (term.isEmpty() || !Character.isLetterOrDigit(term.charAt(0))) {
            return false;
        }
        for (var i = 0; i < term.length(); i++) {
            if (!Character.isLetterOrDigit(term.charAt(i)) && term.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetterOrDigit(String words) {
        for (var i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            if (Character.isLetterOrDigit(words.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }
}
