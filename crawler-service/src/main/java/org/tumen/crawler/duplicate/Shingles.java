package org.tumen.crawler.duplicate;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The overlapping short runs of words that a text is made of, as a set of hashes. Two texts are as alike as these sets
 * are. Where a script writes no spaces, its characters are counted as parts of words: a run holds two words, three
 * Chinese or Japanese characters, or six Thai ones, and a mixed text mixes them. The script is taken from the text, not
 * from its declared language, which is often wrong.
 */
final class Shingles {

    /** Weights of tokens; a run is as long as it must be to weigh this much. */
    private static final int RUN = 6;

    private static final int WORD = 3;
    private static final int IDEOGRAPH = 2;
    private static final int LETTER = 1;

    /** A text longer than this is told by its beginning. */
    private static final int MAX_CHARACTERS = 200_000;

    private static final Hasher64 HASHER = Hashing.komihash5_0();

    private record Token(String text, int weight) {}

    private Shingles() {}

    /** The hashes, each once, in no particular order. */
    static long[] of(String text) {
        var tokens = tokens(text);
        var hashes = LongStream.builder();
        var stream = HASHER.hashStream(); // One for all of them, as it is large.
        for (int first = 0, end = 0, weight = 0; first < tokens.size(); first++) {
            while (end < tokens.size() && weight < RUN) {
                weight += tokens.get(end++).weight;
            }
            if (weight < RUN) {
                break;
            }
            hashes.add(hash(stream, tokens.subList(first, end)));
            weight -= tokens.get(first).weight;
        }
        return hashes.build().distinct().toArray();
    }

    private static long hash(HashStream64 stream, List<Token> run) {
        stream.reset();
        run.forEach(token -> stream.putString(token.text));
        return stream.getAsLong();
    }

    private static List<Token> tokens(String text) {
        var beginning = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        var plain = Normalizer.normalize(beginning, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var tokens = new ArrayList<Token>();
        var word = new StringBuilder();
        plain.codePoints().forEach(character -> {
            var weight = weight(character);
            if (weight == WORD) {
                word.appendCodePoint(character);
                return;
            }
            if (!word.isEmpty()) {
                tokens.add(new Token(word.toString(), WORD));
                word.setLength(0);
            }
            if (weight > 0) {
                tokens.add(new Token(Character.toString(character), weight));
            }
        });
        if (!word.isEmpty()) {
            tokens.add(new Token(word.toString(), WORD));
        }
        return tokens;
    }

    /** Of the token that this character is, or is part of; 0 for what only separates. */
    private static int weight(int character) {
        if (!Character.isLetterOrDigit(character) && !isMark(character)) {
            return 0;
        }
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> IDEOGRAPH;
            case THAI, LAO, KHMER, MYANMAR -> LETTER;
            default -> WORD;
        };
    }

    private static boolean isMark(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
