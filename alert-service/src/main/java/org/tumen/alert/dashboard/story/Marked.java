package org.tumen.alert.dashboard.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tumen.alert.present.DisplayText;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;

/** A title or a text cut where evidence begins and ends, by the very UTF-16 offsets that the classifier gave. Pure. */
final class Marked {

    /** Of a longer text as much is shown as has evidence in it, and a little more. */
    private static final int SHOWN = 12_000;

    private static final int MORE = 600;

    private Marked() {}

    /**
     * A stretch of text.
     *
     * @param findings which findings rest on it, counted from 1; empty for what is not evidence
     * @param tone of the first of them: {@code closer}, {@code apart} or {@code either}; empty for what is not evidence
     */
    record Piece(String text, List<Integer> findings, String tone) {

        public boolean marked() {
            return !findings.isEmpty();
        }

        /** {@code 1, 2}. */
        public String numbers() {
            return String.join(", ", findings.stream().map(Object::toString).toList());
        }
    }

    /**
     * A paragraph.
     *
     * @param pieces in their order; joined, they are the paragraph
     */
    record Paragraph(List<Piece> pieces) {}

    /** Words of text queries, which no finding rests on. */
    static final int WORDS = 0;

    /** What stands in one part of an article, paragraph by paragraph. */
    static List<Paragraph> of(String text, Part part, List<Finding> findings, List<Evidence> words) {
        var cuts = new TreeSet<Integer>();
        var end = shown(text, part, findings);
        cuts.add(0);
        cuts.add(end);
        findings.forEach(finding -> finding.evidence().forEach(evidence -> cut(cuts, evidence, part, end)));
        words.forEach(evidence -> cut(cuts, evidence, part, end));
        for (var line = text.indexOf('\n'); line >= 0 && line < end; line = text.indexOf('\n', line + 1)) {
            cuts.add(line);
            cuts.add(line + 1);
        }
        return paragraphs(text, List.copyOf(cuts), part, findings, words);
    }

    private static void cut(Set<Integer> cuts, Evidence evidence, Part part, int end) {
        if (evidence.part() == part && evidence.end() <= end) {
            cuts.add(evidence.start());
            cuts.add(evidence.end());
        }
    }

    private static List<Paragraph> paragraphs(
            String text, List<Integer> cuts, Part part, List<Finding> findings, List<Evidence> words) {
        var paragraphs = new ArrayList<Paragraph>();
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i + 1 < cuts.size(); i++) {
            var piece = text.substring(cuts.get(i), cuts.get(i + 1));
            if (piece.equals("\n")) {
                paragraphs.add(new Paragraph(List.copyOf(pieces)));
                pieces.clear();
            } else {
                pieces.add(piece(piece, cuts.get(i), part, findings, words));
            }
        }
        paragraphs.add(new Paragraph(List.copyOf(pieces)));
        return paragraphs.stream()
                .filter(paragraph -> !paragraph.pieces().isEmpty())
                .toList();
    }

    private static Piece piece(String text, int at, Part part, List<Finding> findings, List<Evidence> words) {
        var resting = new ArrayList<Integer>();
        var tone = "";
        for (var i = 0; i < findings.size(); i++) {
            if (findings.get(i).evidence().stream().anyMatch(evidence -> covers(evidence, part, at))) {
                resting.add(i + 1);
                tone = tone.isEmpty() ? word(findings.get(i).polarity()) : tone;
            }
        }
        if (resting.isEmpty() && words.stream().anyMatch(evidence -> covers(evidence, part, at))) {
            resting.add(WORDS);
            tone = "words";
        }
        return new Piece(DisplayText.pieces(text), List.copyOf(resting), tone);
    }

    private static boolean covers(Evidence evidence, Part part, int at) {
        return evidence.part() == part && evidence.start() <= at && at < evidence.end();
    }

    private static int shown(String text, Part part, List<Finding> findings) {
        var last = findings.stream()
                .flatMap(finding -> finding.evidence().stream())
                .filter(evidence -> evidence.part() == part)
                .mapToInt(Evidence::end)
                .max()
                .orElse(0);
        var end = Math.min(text.length(), Math.max(SHOWN, last + MORE));
        return end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** Whether all of a text is shown. */
    static boolean isWhole(String text, List<Finding> findings) {
        return shown(text, Part.TEXT, findings) == text.length();
    }

    static String word(Polarity polarity) {
        return polarity.name().toLowerCase(Locale.ROOT);
    }
}
