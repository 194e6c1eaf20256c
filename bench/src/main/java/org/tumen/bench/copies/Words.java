package org.tumen.bench.copies;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as its words, or as its characters where its script writes no spaces.
 *
 * @param between what stands between two words
 */
record Words(List<String> words, String between) {

    private static final int SAMPLE = 400;

    Words {
        words = List.copyOf(words);
    }

    static Words of(String text) {
        return switch (script(text)) {
            case HAN, HIRAGANA, KATAKANA, THAI ->
                new Words(text.codePoints().mapToObj(Character::toString).toList(), "");
            default -> new Words(List.of(text.strip().split("\\s+")), " ");
        };
    }

    /** The script of most letters at the beginning. */
    static UnicodeScript script(String text) {
        return text
                .codePoints()
                .filter(Character::isLetter)
                .limit(SAMPLE)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.groupingBy(script -> script, Collectors.counting()))
                .entrySet()
                .stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    Words of(List<String> others) {
        return new Words(others, between);
    }

    String text() {
        return String.join(between, words);
    }
}
