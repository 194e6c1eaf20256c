package org.tumen.bench.copies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The ways in which news is copied: words replaced, halves kept, text of somebody else's put before or behind. */
final class Edits {

    private final List<Words> corpus;
    private final Random random;

    /** @param corpus from which other words and other text are taken */
    Edits(List<Words> corpus, long seed) {
        this.corpus = List.copyOf(corpus);
        this.random = new Random(seed);
    }

    Map<String, UnaryOperator<Words>> all() {
        var edits = new LinkedHashMap<String, UnaryOperator<Words>>();
        edits.put("1 % of words replaced", text -> replaced(text, .01));
        edits.put("5 % of words replaced", text -> replaced(text, .05));
        edits.put("10 % of words replaced", text -> replaced(text, .10));
        edits.put("20 % of words replaced", text -> replaced(text, .20));
        edits.put("first 80 % kept", text -> part(text, 0, .8));
        edits.put("first half kept", text -> part(text, 0, .5));
        edits.put("last half kept", text -> part(text, .5, 1));
        edits.put("15 % foreign text appended", text -> withAppended(text, .15));
        edits.put("first tenth rewritten", text -> withLead(text, .1));
        return edits;
    }

    private Words replaced(Words text, double share) {
        return text.of(text.words().stream()
                .map(word -> random.nextDouble() < share ? anyWord() : word)
                .toList());
    }

    private static Words part(Words text, double from, double to) {
        var size = text.words().size();
        return text.of(text.words().subList((int) (size * from), (int) (size * to)));
    }

    private Words withAppended(Words text, double share) {
        var words = new ArrayList<>(text.words());
        words.addAll(passage((int) (text.words().size() * share)));
        return text.of(words);
    }

    private Words withLead(Words text, double share) {
        var lead = (int) (text.words().size() * share);
        var words = new ArrayList<>(passage(lead));
        words.addAll(text.words().subList(lead, text.words().size()));
        return text.of(words);
    }

    private String anyWord() {
        var words = anyText().words();
        return words.get(random.nextInt(words.size()));
    }

    /** A run of another text, or as much of it as there is. */
    private List<String> passage(int length) {
        var words = anyText().words();
        var from = random.nextInt(Math.max(1, words.size() - length));
        return words.subList(from, Math.min(words.size(), from + length));
    }

    private Words anyText() {
        return corpus.get(random.nextInt(corpus.size()));
    }
}
