package org.tumen.crawler.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tumen.model.article.Passage;

/**
 * The passages in which two texts differ, word by word; where a script writes no spaces, character by character. Space
 * between words does not count.
 */
final class TextChange {

    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]"
                    + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
                    + "\\p{IsMyanmar}]]+|\\S");

    /** More passages than a reader would go through. */
    private static final int MAX_PASSAGES = 40;

    private static final int MAX_PASSAGE = 1_000;

    /**
     * @param passages in their order in the text, neighbours with nothing but space between them joined
     * @param complete false when there are more, or when one was cut off
     */
    record Passages(List<Passage> passages, boolean complete) {}

    private record Word(String text, int start, int end) {}

    private TextChange() {}

    static Passages between(String before, String now) {
        var oldWords = words(before);
        var newWords = words(now);
        var hunks = Edits.between(texts(oldWords), texts(newWords));
        var passages = new ArrayList<Passage>();
        var complete = true;
        for (var hunk : hunks) {
            if (passages.size() == MAX_PASSAGES) {
                return new Passages(passages, false);
            }
            var removed = between(before, oldWords, hunk.oldFrom(), hunk.oldTo());
            var added = between(now, newWords, hunk.newFrom(), hunk.newTo());
            complete &= removed.length() <= MAX_PASSAGE && added.length() <= MAX_PASSAGE;
            passages.add(new Passage(start(now, newWords, hunk.newFrom()), cut(removed), cut(added)));
        }
        return new Passages(List.copyOf(passages), complete);
    }

    private static String between(String text, List<Word> words, int from, int to) {
        return from == to
                ? ""
                : text.substring(words.get(from).start(), words.get(to - 1).end());
    }

    private static int start(String text, List<Word> words, int index) {
        return index < words.size() ? words.get(index).start() : text.length();
    }

    private static String cut(String text) {
        if (text.length() <= MAX_PASSAGE) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_PASSAGE - 1)) ? MAX_PASSAGE - 1 : MAX_PASSAGE;
        return text.substring(0, end);
    }

    private static List<Word> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> new Word(found.group(), found.start(), found.end()))
                .toList();
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
