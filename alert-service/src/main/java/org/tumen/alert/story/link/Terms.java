package org.tumen.alert.story.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.story.link.StoryFile.Entry;
import org.tumen.alert.story.link.StoryFile.Kind;

/** Finds names and notions in a text of any of the four languages, under one id in all of them. */
final class Terms {

    /** Those that put spaces between words. */
    private static final Set<String> SPACED = Set.of("en", "ru");

    private static final String BEGIN = "(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";

    private final Map<String, List<Term>> byLanguage = new HashMap<>();

    private record Term(String id, Kind kind, List<Word> words) {

        String mark() {
            return prefix(kind) + id;
        }

        /** Asked of every term and article, so without a stream: those were a tenth of what the alert service allocated. */
        boolean isIn(String lower) {
            for (var word : words) {
                if (word.isIn(lower)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * One way to write a term.
     *
     * @param part its longest stretch of plain letters: where that is not, the dear pattern need not be tried
     * @param whole null when the part is all of it and may stand anywhere
     */
    private record Word(String part, @Nullable Pattern whole) {

        boolean isIn(String lower) {
            return lower.contains(part)
                    && (whole == null || whole.matcher(lower).find());
        }
    }

    Terms(List<Entry> entries) {
        for (var entry : entries) {
            add("en", entry, entry.en());
            add("ko", entry, entry.ko());
            add("zh", entry, entry.zh());
            add("ru", entry, entry.ru());
        }
    }

    /** The marks of all terms that the text has, but for sources and what confirms. */
    Set<String> marksIn(String text, String language) {
        var lower = text.toLowerCase(Locale.ROOT);
        return terms(language).stream()
                .filter(term -> term.kind != Kind.SOURCE && term.kind != Kind.CONFIRMATION)
                .filter(term -> term.isIn(lower))
                .map(Term::mark)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static boolean isAct(String mark) {
        return mark.startsWith(prefix(Kind.ACT));
    }

    /** How the marks of a kind begin. */
    static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    /** Whether the text says that something is confirmed. */
    boolean confirms(String text, String language) {
        var lower = text.toLowerCase(Locale.ROOT);
        return terms(language).stream().anyMatch(term -> term.kind == Kind.CONFIRMATION && term.isIn(lower));
    }

    /** The ids of the sources that the text names. */
    Set<String> sourcesIn(String text, String language) {
        var lower = text.toLowerCase(Locale.ROOT);
        return terms(language).stream()
                .filter(term -> term.kind == Kind.SOURCE)
                .filter(term -> term.isIn(lower))
                .map(Term::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The source that a name stands for, in whatever language it is written. */
    Optional<String> source(String name) {
        return sourcesIn(name, "und").stream().findFirst();
    }

    /** Those of the language; of a language without terms, and of none, all. */
    private List<Term> terms(String language) {
        var own = byLanguage.get(language);
        return own == null ? byLanguage.values().stream().flatMap(List::stream).toList() : own;
    }

    private void add(String language, Entry entry, @Nullable List<String> words) {
        if (words != null && !words.isEmpty()) {
            byLanguage
                    .computeIfAbsent(language, _ -> new ArrayList<>())
                    .add(new Term(
                            entry.id(),
                            entry.kind(),
                            words.stream().map(word -> word(language, word)).toList()));
        }
    }

    /** Chinese and Korean words run into each other and take endings, so they are looked for anywhere. */
    private static Word word(String language, String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        if (!SPACED.contains(language)) {
            return new Word(lower, null);
        }
        var parts = lower.split("\\*", -1);
        var longest = Arrays.stream(parts)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        var whole = Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining("\\p{L}*", BEGIN, END));
        return new Word(longest, Pattern.compile(whole));
    }
}
