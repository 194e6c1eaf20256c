package org.tumen.classifier.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;

/** A title or text with the words marked that findings rest on; what lies far from all of them is left out. */
final class MarkedText {

    /** How much of what is not marked is shown on either side, in UTF-16 units. */
    private static final int AROUND = 120;

    private static final String LEFT_OUT = " … ";

    private final String text;
    private final Style style;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(int start, int end, int finding) {}

    MarkedText(Part part, String text, List<Finding> findings, Style style) {
        this.text = text;
        this.style = style;
        for (var i = 0; i < findings.size(); i++) {
            for (Evidence evidence : findings.get(i).evidence()) {
                if (evidence.part() == part) {
                    marks.add(new Mark(evidence.start(), evidence.end(), i + 1));
                }
            }
        }
    }

    /** On as many lines as the part has; each after the first begins with the indent. */
    String shown(String indent) {
        var shown = new StringBuilder();
        var edges = edges();
        for (var i = 0; i + 1 < edges.size(); i++) {
            var from = edges.get(i);
            var to = edges.get(i + 1);
            var marked = marks.stream()
                    .filter(mark -> mark.start() <= from && to <= mark.end())
                    .map(Mark::finding)
                    .distinct()
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
            if (marked.isEmpty()) {
                shown.append(Style.shown(shortened(text.substring(from, to), from == 0, to == text.length())));
            } else {
                shown.append(style.evidence(marked, Style.shown(text.substring(from, to))));
            }
        }
        return shown.toString().strip().replaceAll("\\s*\n\\s*", "\n" + indent);
    }

    private List<Integer> edges() {
        Set<Integer> edges = new TreeSet<>(Set.of(0, text.length()));
        marks.forEach(mark -> {
            edges.add(mark.start());
            edges.add(mark.end());
        });
        return List.copyOf(edges);
    }

    private static String shortened(String unmarked, boolean first, boolean last) {
        var length = unmarked.length();
        if (first && last && length > 2 * AROUND) {
            return unmarked.substring(0, wholeTo(unmarked, 2 * AROUND)) + LEFT_OUT;
        }
        if (first && length > AROUND) {
            return LEFT_OUT + unmarked.substring(wholeTo(unmarked, length - AROUND));
        }
        if (last && length > AROUND) {
            return unmarked.substring(0, wholeTo(unmarked, AROUND)) + LEFT_OUT;
        }
        return length > 2 * AROUND
                ? unmarked.substring(0, wholeTo(unmarked, AROUND))
                        + LEFT_OUT
                        + unmarked.substring(wholeTo(unmarked, length - AROUND))
                : unmarked;
    }

    /** The place, or the one before it where it would cut a character in two. */
    private static int wholeTo(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
