package org.tumen.alert.story.link;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text as far as they tell it from another one in the same language. */
final class Words {

    private static final int MOST = 150;
    private static final int SHORTEST = 4;
    private static final int STEM = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> SPACED = Set.of("en", "ru");

    private Words() {}

    /** Beginnings of words, or pairs of signs where no spaces part the words or endings change them. */
    static Set<String> in(String text, String language) {
        var words = new LinkedHashSet<String>();
        var found = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find() && words.size() < MOST) {
            var word = found.group();
            if (!SPACED.contains(language)) {
                for (var i = 0; i + 2 <= word.length() && words.size() < MOST; i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (word.length() >= SHORTEST) {
                words.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return words;
    }
}
