package org.tumen.bench.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figures in columns under a heading: the first column to the left, the others to the right. */
public final class Table {

    private final String heading;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String heading, String... columns) {
        this.heading = heading;
        rows.add(List.of(columns));
    }

    /** Adds a row; a double is shown with three places. */
    public void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::shown).toList());
    }

    @Override
    public String toString() {
        var text = new StringBuilder(heading).append('\n');
        var widths = widths();
        for (var row : rows) {
            text.append("  ")
                    .append(row.getFirst())
                    .repeat(' ', widths[0] - row.getFirst().length());
            for (var i = 1; i < row.size(); i++) {
                text.append("  ").repeat(' ', widths[i] - row.get(i).length()).append(row.get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        var widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String shown(Object cell) {
        return cell instanceof Double figure ? "%.3f".formatted(figure) : String.valueOf(cell);
    }
}
