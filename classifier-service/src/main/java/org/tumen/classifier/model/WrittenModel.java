package org.tumen.classifier.model;

import java.util.List;
import java.util.stream.Collectors;

/** The text form of {@link LinearModel}, as those write it who learn one. Not for use by many threads. */
public final class WrittenModel {

    private final String notes;
    private final String head;
    private final StringBuilder lines = new StringBuilder();
    private int features;
    private int weights;

    /**
     * Without a feature.
     *
     * @param provenance what it was made of, a line each
     * @param bias of each class, in hundredths
     */
    public WrittenModel(List<String> provenance, List<String> classes, double switchValue, List<Long> bias) {
        this.notes = provenance.stream().map(note -> "# " + note + '\n').collect(Collectors.joining());
        this.head = "%classes\t" + String.join("\t", classes) + "\n%switch\t" + switchValue + "\n%bias"
                + bias.stream().map(hundredths -> "\t" + hundredths).collect(Collectors.joining()) + '\n';
    }

    /**
     * Adds a feature.
     *
     * @param idf how rare it is, above 0, with at most seven digits
     * @param said of each class in hundredths; empty where it says nothing
     */
    public void add(String name, Number idf, List<String> said) {
        features++;
        weights += (int) said.stream().filter(cell -> !cell.isEmpty()).count();
        lines.append(name)
                .append('\t')
                .append(idf)
                .append('\t')
                .append(String.join("\t", said))
                .append('\n');
    }

    /** All of it. */
    public String text() {
        return notes + "%size\t" + features + '\t' + weights + '\n' + head + lines;
    }
}
