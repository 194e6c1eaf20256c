package org.tumen.classifier.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a text, without the space around it.
 *
 * @param start in UTF-16 units of the text, zero-based
 * @param end just past it
 */
public record Sentence(int start, int end) {

    /** What has no end for longer than this is cut at a space, so that two ends of a broken page are not one claim. */
    private static final int MAX_LENGTH = 1_000;

    /** The sentences of a text in their order; a line feed or a bullet always ends one. */
    public static List<Sentence> in(String text, Language language) {
        var sentences = new ArrayList<Sentence>();
        var breaks = language.sentenceBreaks();
        var line = 0;
        while (line < text.length()) {
            var lineEnd = line;
            while (lineEnd < text.length() && !endsLine(text.charAt(lineEnd))) {
                lineEnd++;
            }
            // A breaker may look far back and ahead from a full stop: short stretches keep that linear.
            for (var from = line; from < lineEnd; ) {
                var to = cut(text, from, lineEnd, 20 * MAX_LENGTH);
                addSentences(text.substring(from, to), from, breaks, language, sentences);
                from = to;
            }
            line = lineEnd + 1;
        }
        return List.copyOf(sentences);
    }

    /** The line feed, and the marks before the lines of a round-up. */
    private static boolean endsLine(char unit) {
        return switch (unit) {
            case '\n',
                    '\u2022',
                    '\u25A0',
                    '\u25A1',
                    '\u25AA',
                    '\u25B2',
                    '\u25B3',
                    '\u25B6',
                    '\u25B7',
                    '\u25C6',
                    '\u25C7',
                    '\u25CB',
                    '\u25CF',
                    '\uFF1B' -> true;
            default -> false;
        };
    }

    private static void addSentences(
            String stretch, int offset, BreakIterator breaks, Language language, List<Sentence> sentences) {
        breaks.setText(stretch);
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (goesOn(stretch, end, language)) {
                continue;
            }
            for (var from = start; from < end; ) {
                var to = cut(stretch, from, end, MAX_LENGTH);
                addTrimmed(stretch, from, to, offset, sentences);
                from = to;
            }
            start = end;
        }
    }

    /** Whether the sentence that a breaker ends before this place ends with an abbreviation only. */
    private static boolean goesOn(String stretch, int end, Language language) {
        if (end == stretch.length()) {
            return false;
        }
        var last = end - 1;
        while (last > 0 && Character.isWhitespace(stretch.charAt(last))) {
            last--;
        }
        return stretch.charAt(last) == '.' && Abbreviations.goOn(stretch, last, end, language);
    }

    private static void addTrimmed(String stretch, int from, int to, int offset, List<Sentence> sentences) {
        var start = from;
        var end = to;
        while (start < end && Character.isWhitespace(stretch.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(stretch.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new Sentence(offset + start, offset + end));
        }
    }

    private static int cut(String text, int from, int end, int max) {
        if (end - from <= max) {
            return end;
        }
        var space = text.lastIndexOf(' ', from + max);
        var cut = space > from + max / 2 ? space : from + max;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
    }
}
