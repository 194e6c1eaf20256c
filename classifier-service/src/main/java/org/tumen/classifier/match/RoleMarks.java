package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.signal.Cues;
import org.tumen.classifier.signal.Cues.Role;
import org.tumen.classifier.signal.Cues.Side;

/**
 * The words next to a name that tell its part in an act, in one language. Each is looked for by the character that it has
 * beside the name: to ask costs the same however many there are.
 */
final class RoleMarks {

    private static final String ARTICLE = "the";

    private final Language language;
    private final Map<Character, List<Mark>> before = new HashMap<>();
    private final Map<Character, List<Mark>> after = new HashMap<>();
    private final Map<Character, List<Mark>> itself = new HashMap<>();

    /**
     * A word.
     *
     * @param rank its place among all: the first that stands decides
     */
    private record Mark(int rank, String term, Role role) {}

    RoleMarks(List<Cues.RoleCue> cues, Language language) {
        this.language = language;
        var rank = 0;
        for (var cue : cues) {
            for (var term : cue.terms().in(language)) {
                add(new Mark(rank++, term, cue.role()), cue.side());
            }
        }
    }

    private void add(Mark mark, Side side) {
        var first = mark.term().charAt(0);
        var last = mark.term().charAt(mark.term().length() - 1);
        switch (side) {
            case BEFORE -> before.computeIfAbsent(last, _ -> new ArrayList<>()).add(mark);
            case AFTER -> after.computeIfAbsent(first, _ -> new ArrayList<>()).add(mark);
            case ITSELF -> itself.computeIfAbsent(first, _ -> new ArrayList<>()).add(mark);
        }
    }

    /** Null when no such word stands by the name. */
    @Nullable
    Role of(FoldedText text, Mention mention) {
        var found = first(null, markBefore(text, mention.start()));
        found = first(found, markAfter(text, mention.end()));
        found = first(found, markItself(text, mention));
        return found == null ? null : found.role();
    }

    private static @Nullable Mark first(@Nullable Mark one, @Nullable Mark other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.rank() <= other.rank() ? one : other;
    }

    /** Right before the name, or before an article and the name. */
    private @Nullable Mark markBefore(FoldedText text, int start) {
        var end = skipSpaceBefore(text, start);
        if (language == Language.ENGLISH && text.hasAt(end - ARTICLE.length(), ARTICLE)) {
            end = skipSpaceBefore(text, end - ARTICLE.length());
        }
        if (end == 0) {
            return null;
        }
        for (var mark : before.getOrDefault(text.at(end - 1), List.of())) {
            var begin = end - mark.term().length();
            if (text.hasAt(begin, mark.term()) && isEdge(text, begin - 1)) {
                return mark;
            }
        }
        return null;
    }

    private @Nullable Mark markAfter(FoldedText text, int end) {
        var spaced = language.edges() == Language.Edges.BOTH && end < text.length() && text.at(end) == ' ';
        var begin = spaced ? end + 1 : end;
        if (begin >= text.length()) {
            return null;
        }
        for (var mark : after.getOrDefault(text.at(begin), List.of())) {
            if (text.hasAt(begin, mark.term())
                    && isEdge(text, begin + mark.term().length())) {
                return mark;
            }
        }
        return null;
    }

    private @Nullable Mark markItself(FoldedText text, Mention mention) {
        if (mention.start() >= mention.end()) {
            return null;
        }
        for (var mark : itself.getOrDefault(text.at(mention.start()), List.of())) {
            if (mark.term().length() == mention.end() - mention.start() && text.hasAt(mention.start(), mark.term())) {
                return mark;
            }
        }
        return null;
    }

    private boolean isEdge(FoldedText text, int beyond) {
        return language.edges() == Language.Edges.NONE || !text.isWordAt(beyond);
    }

    private static int skipSpaceBefore(FoldedText text, int end) {
        return end > 0 && text.at(end - 1) == ' ' ? end - 1 : end;
    }
}
