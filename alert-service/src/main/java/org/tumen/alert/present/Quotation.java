package org.tumen.alert.present;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.tumen.alert.raise.Alert;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;

/**
 * A sentence of the article with the evidence in it marked.
 *
 * @param part where the sentence stands
 * @param pieces in their order; joined, they are the sentence
 */
record Quotation(Part part, List<Piece> pieces) {

    /** A stretch of the sentence. */
    record Piece(String text, boolean marked) {}

    /** Longer sentences are cut this far from the evidence, in UTF-16 units. */
    private static final int REACH = 240;

    Quotation {
        pieces = List.copyOf(pieces);
    }

    /** Every sentence that the finding rests on, once, in the order of the article. */
    static List<Quotation> of(Finding finding, Alert alert) {
        return of(finding.evidence(), alert);
    }

    /** Every sentence in which something of this stands. */
    static List<Quotation> of(List<Evidence> marks, Alert alert) {
        var quotations = new ArrayList<Quotation>();
        for (var part : Part.values()) {
            var text = part == Part.TITLE ? alert.event().article().title() : alert.text();
            quotations.addAll(inPart(marks, part, text, alert.event().article().language()));
        }
        return quotations;
    }

    private static List<Quotation> inPart(List<Evidence> marks, Part part, String text, String language) {
        var bySentence = new TreeMap<Integer, Span>();
        var sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        sentences.setText(text);
        marks.stream()
                .filter(evidence -> evidence.part() == part && evidence.end() <= text.length())
                .sorted(Comparator.comparingInt(Evidence::start))
                .forEach(evidence -> bySentence.merge(
                        sentenceStart(sentences, text, evidence.start()),
                        Span.around(sentences, text, evidence),
                        Span::with));
        return bySentence.values().stream()
                .map(span -> new Quotation(part, span.pieces(text)))
                .toList();
    }

    private static int sentenceStart(BreakIterator sentences, String text, int offset) {
        var line = text.lastIndexOf('\n', offset) + 1;
        var start = sentences.preceding(Math.min(offset + 1, text.length()));
        return Math.max(line, Math.max(0, start));
    }

    /** A sentence, cut to what is near the evidence. */
    private record Span(int start, int end, List<Evidence> evidence) {

        static Span around(BreakIterator sentences, String text, Evidence evidence) {
            var start = sentenceStart(sentences, text, evidence.start());
            var next = sentences.following(Math.min(evidence.end() - 1, text.length() - 1));
            var line = text.indexOf('\n', evidence.end());
            var end = Math.min(next == BreakIterator.DONE ? text.length() : next, line < 0 ? text.length() : line);
            return new Span(
                    whole(text, Math.max(start, evidence.start() - REACH)),
                    whole(text, Math.min(Math.max(end, evidence.end()), evidence.end() + REACH)),
                    List.of(evidence));
        }

        Span with(Span other) {
            var both = new ArrayList<>(evidence);
            both.addAll(other.evidence);
            return new Span(Math.min(start, other.start), Math.max(end, other.end), both);
        }

        List<Piece> pieces(String text) {
            var pieces = new ArrayList<Piece>();
            var at = start;
            for (var words : evidence) {
                add(pieces, text.substring(at, Math.max(at, words.start())), false);
                add(pieces, text.substring(Math.max(at, words.start()), Math.max(at, words.end())), true);
                at = Math.max(at, words.end());
            }
            add(pieces, text.substring(at, Math.max(at, end)).stripTrailing(), false);
            return pieces;
        }

        private static void add(List<Piece> pieces, String text, boolean marked) {
            var shown = DisplayText.pieces(text);
            if (!shown.isEmpty()) {
                pieces.add(new Piece(shown, marked));
            }
        }

        /** Never cuts a character in two. */
        private static int whole(String text, int offset) {
            return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                    ? offset - 1
                    : offset;
        }
    }
}
