package org.tumen.classifier.match;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Language.Edges;

/**
 * One term of the catalogue, ready to be checked where its head was found.
 *
 * @param head the literal characters before the first {@code *}: what the search looks for
 * @param rest the literal characters after each {@code *}
 * @param written the term with its capitals when they matter, else empty
 * @param name whether it names an actor: then it must not stand in the middle of another word
 */
public record Term(String head, List<String> rest, String written, Language language, boolean name) {

    public static final int NO_MATCH = -1;

    /** Particles that Korean writes on to a noun. */
    private static final Set<String> PARTICLES = words("""
            은 는 이 가 을 를 의 에 와 과 도 로 만 서 엔 측 측이 측은 측의 으로 에서 에게 에는 에도 에만 께 께서 부터 까지 보다 처럼 이나 이라 라고 라는 이라고 이라는
            에서의 에서는 에서도 으로부터 로부터 에게서 에게는 에게도 에의 와의 과의 와는 과는 와도 과도 로의 으로의 로는 으로는 이며 이자 으로서 로서 마저 조차 뿐 이다 이란 란""");

    private static final int LONGEST_PARTICLE = 4;

    /** A Korean word of so many syllables is told apart from others inside a compound, too. */
    private static final int SAFE_IN_COMPOUND = 2;

    public static Term of(String term, Language language, boolean name) {
        var exact = term.startsWith("=");
        var plain = exact ? term.substring(1) : term;
        var parts = List.of(FoldedText.fold(plain, language).split("\\*", -1));
        return new Term(parts.getFirst(), parts.subList(1, parts.size()), exact ? plain : "", language, name);
    }

    /** What has to be looked at where the head stands, in a language of whole words at the beginning of one. */
    enum Look {
        NOTHING,
        /** Whether a word ends with the head. */
        END,
        /** Where the word ends: any that begins so is meant. */
        STEM,
        /** All that {@link #endAt} does. */
        ALL
    }

    Look look() {
        var stem = rest.equals(List.of(""));
        if (!written.isEmpty() || (!rest.isEmpty() && !stem) || (needsEdge() && language.edges() == Edges.PARTICLES)) {
            return Look.ALL;
        }
        if (stem) {
            return Look.STEM;
        }
        return switch (language.edges()) {
            case BOTH -> Look.END;
            case PARTICLES, NONE -> Look.NOTHING;
        };
    }

    /**
     * Checks the whole term at a place where its head stands.
     *
     * @return just past the term; {@link #NO_MATCH} when it does not stand there
     */
    public int endAt(FoldedText text, int start) {
        if (needsEdge() && text.isWordAt(start) && text.isWordAt(start - 1)) {
            return NO_MATCH;
        }
        var end = start + head.length();
        for (var literal : rest) {
            end = text.wordEnd(end);
            if (!text.hasAt(end, literal)) {
                return NO_MATCH;
            }
            end += literal.length();
        }
        return endsAt(text, end) && capitalsAt(text, start, end) ? end : NO_MATCH;
    }

    private boolean endsAt(FoldedText text, int end) {
        if (!text.isWordAt(end) || !text.isWordAt(end - 1)) {
            return true;
        }
        return switch (language.edges()) {
            case BOTH -> false;
            case PARTICLES -> endsInCompound(text, end) || particleAt(text, end);
            case NONE -> true;
        };
    }

    private boolean needsEdge() {
        return switch (language.edges()) {
            case BOTH -> true;
            case PARTICLES -> name || head.length() < SAFE_IN_COMPOUND;
            case NONE -> false;
        };
    }

    /** 중국대사, 러시아제, 中대사: a name heads a compound; a Chinese character before Hangul is an abbreviation. */
    private boolean endsInCompound(FoldedText text, int end) {
        return head.length() >= SAFE_IN_COMPOUND
                || (isHan(text.at(end - 1)) && end < text.length() && !isHan(text.at(end)));
    }

    private static boolean isHan(char unit) {
        return unit >= 0x4E00 && unit <= 0x9FFF;
    }

    private static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.split("\\s+")));
    }

    private static boolean particleAt(FoldedText text, int start) {
        var end = start;
        while (text.isWordAt(end) && end - start <= LONGEST_PARTICLE) {
            end++;
        }
        return PARTICLES.contains(text.folded().subSequence(start, end).toString());
    }

    /** Every capital of the term is one in the text: a headline in capitals only still matches. */
    private boolean capitalsAt(FoldedText text, int start, int end) {
        if (written.isEmpty()) {
            return true;
        }
        var from = text.originalStart(start);
        if (text.originalEnd(end) - from != written.length()) {
            return false;
        }
        for (var i = 0; i < written.length(); i++) {
            if (Character.isUpperCase(written.charAt(i))
                    && !Character.isUpperCase(text.original().charAt(from + i))) {
                return false;
            }
        }
        return true;
    }
}
