package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;

/**
 * Terms in one language, found in one pass over a text: their heads are a trie, walked from each place where a term may begin. English
 * and Russian have a place at each word, and in Korean and Chinese few walks come farther than two characters, so that this does less
 * than an automaton that never steps back (Aho and Corasick 1975), whose every state has to be asked what ends there. The cost grows
 * with the text, not with the number of terms. Safe for use by many threads.
 *
 * @param <U> what a term says
 */
public final class TermScan<U> {

    private static final int ROOT = 0;

    private final boolean wholeWords;

    /**
     * The nodes, level by level: the children of a node follow each other in the order of their characters. Most have one child or none, and
     * all of it together is small enough to stay in the processor's cache.
     */
    private final char[] units;

    /** Of each node its first child; that of the next node is where its own end. */
    private final int[] firstChild;

    /** Of each character the child of the root, {@link #ROOT} for none: it is asked for at each place, and has more children than all others. */
    private final char[] ofRoot = new char[Character.MAX_VALUE + 1];

    /** Of each node the first of the terms whose head ends there. */
    private final List<@Nullable Entry<U>> ending = new ArrayList<>();

    /**
     * A term and what it says.
     *
     * @param look what there is to be looked at where its head stands
     * @param next another term with the same head; null for the last
     */
    private record Entry<U>(
            Term term, U use, Term.Look look, @Nullable Entry<U> next) {

        private static <U> @Nullable Entry<U> chain(List<Map.Entry<Term, U>> terms) {
            Entry<U> first = null;
            for (var i = terms.size() - 1; i >= 0; i--) {
                var term = terms.get(i).getKey();
                first = new Entry<>(term, terms.get(i).getValue(), term.look(), first);
            }
            return first;
        }
    }

    /** Takes what stands in a text. */
    @FunctionalInterface
    public interface Sink<U> {

        /**
         * A term that stands there.
         *
         * @param start in units of the folded text
         * @param end just past it
         */
        void found(int start, int end, U use);
    }

    public TermScan(Map<Term, U> terms, Language language) {
        this.wholeWords = language.edges() == Language.Edges.BOTH;
        var root = new Branch<U>();
        terms.forEach((term, use) -> root.at(term.head()).ending.add(Map.entry(term, use)));
        var level = List.of(root);
        var labels = new StringBuilder("\0");
        var firsts = new ArrayList<Integer>();
        while (!level.isEmpty()) {
            var next = new ArrayList<Branch<U>>();
            for (var branch : level) {
                ending.add(Entry.chain(branch.ending));
                firsts.add(labels.length());
                labels.append(branch.units, 0, branch.children.size());
                next.addAll(branch.children);
            }
            level = next;
        }
        firsts.add(labels.length());
        this.units = labels.toString().toCharArray();
        this.firstChild = firsts.stream().mapToInt(first -> first).toArray();
        for (var child = firstChild[ROOT]; child < firstChild[ROOT + 1]; child++) {
            ofRoot[units[child]] = (char) child; // There are no more of them than characters.
        }
    }

    /** A node while the trie grows: there are 200,000 of them, most with one child and no end of a term. */
    private static final class Branch<U> {

        /** Of each child its character, in their order. */
        private char[] units = new char[1];

        private final List<Branch<U>> children = new ArrayList<>(0);
        private final List<Map.Entry<Term, U>> ending = new ArrayList<>(0);

        private Branch<U> at(String head) {
            var branch = this;
            for (var i = 0; i < head.length(); i++) {
                branch = branch.child(head.charAt(i));
            }
            return branch;
        }

        private Branch<U> child(char unit) {
            var count = children.size();
            var place = Arrays.binarySearch(units, 0, count, unit);
            if (place >= 0) {
                return children.get(place);
            }
            if (count == units.length) {
                units = Arrays.copyOf(units, 2 * count);
            }
            var free = -place - 1;
            System.arraycopy(units, free, units, free + 1, count - free);
            units[free] = unit;
            var child = new Branch<U>();
            children.add(free, child);
            return child;
        }
    }

    /** Tells every term that stands in the text, in the order of their beginnings, longer ones first. */
    public void find(FoldedText text, Sink<? super U> sink) {
        var found = new Found<U>();
        for (var start = 0; start < text.length(); start++) {
            if (wholeWords && text.isWordAt(start) && text.isWordAt(start - 1)) {
                continue; // None of them begins within a word.
            }
            var end = start;
            for (int node = ofRoot[text.at(end++)]; node > ROOT; node = childOf(node, text.at(end++))) {
                var entry = ending.get(node);
                if (entry != null) {
                    found.addAll(entry, text, start, end);
                }
                if (end == text.length()) {
                    break;
                }
            }
            found.tell(start, sink);
        }
    }

    /** Not above {@link #ROOT} when there is none. */
    private int childOf(int node, char unit) {
        var first = firstChild[node];
        var end = firstChild[node + 1];
        if (end - first == 1) {
            return units[first] == unit ? first : ROOT;
        }
        return Arrays.binarySearch(units, first, end, unit);
    }

    /** What begins at one place. */
    private static final class Found<U> {

        private final List<U> uses = new ArrayList<>();
        private int[] ends = new int[16];

        private void addAll(Entry<U> first, FoldedText text, int start, int headEnd) {
            var atEdge = !text.isWordAt(headEnd) || !text.isWordAt(headEnd - 1);
            for (var entry = first; entry != null; entry = entry.next()) {
                var end = switch (entry.look()) {
                    case NOTHING -> headEnd;
                    case END -> atEdge ? headEnd : Term.NO_MATCH;
                    case STEM -> text.wordEnd(headEnd);
                    case ALL -> entry.term().endAt(text, start);
                };
                if (end != Term.NO_MATCH) {
                    add(end, entry.use());
                }
            }
        }

        /** Before the shorter ones. */
        private void add(int end, U use) {
            var place = uses.size();
            if (place == ends.length) {
                ends = Arrays.copyOf(ends, 2 * place);
            }
            while (place > 0 && ends[place - 1] < end) {
                ends[place] = ends[place - 1];
                place--;
            }
            ends[place] = end;
            uses.add(place, use);
        }

        private void tell(int start, Sink<? super U> sink) {
            if (!uses.isEmpty()) {
                for (var i = 0; i < uses.size(); i++) {
                    sink.found(start, ends[i], uses.get(i));
                }
                uses.clear();
            }
        }
    }
}
