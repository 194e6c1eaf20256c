package org.tumen.classifier.model;

import java.util.Arrays;

/**
 * How rare each feature is, and what it says for those classes of which it says something: a row of numbers for each, and one row behind
 * the other. To read a row is to read one stretch of memory, where an object for each feature would be five.
 */
final class Weights {

    private static final int HUNDREDTHS = 100;

    /** Of each row the inverse document frequency, how many pairs follow, and the pairs: class, weight. Fractions are kept as bits. */
    private int[] rows = new int[1 << 12];

    private int end;

    /**
     * Adds the feature of a line: its name, its inverse document frequency, and for each class a weight in hundredths or nothing. A model has
     * millions of empty cells, which are stepped over and not cut out.
     *
     * @return its row
     */
    int add(String line) {
        var row = end;
        if (row + line.length() + 2 > rows.length) {
            rows = Arrays.copyOf(rows, 2 * (row + line.length() + 2));
        }
        var from = line.indexOf('\t') + 1;
        var to = cellEnd(line, from);
        rows[end++] = Float.floatToRawIntBits(Float.parseFloat(line.substring(from, to)));
        var count = end++;
        for (var place = 0; to < line.length(); place++) {
            from = to + 1;
            to = cellEnd(line, from);
            if (from < to) {
                rows[end++] = place;
                rows[end++] = Float.floatToRawIntBits((float) Integer.parseInt(line, from, to, 10) / HUNDREDTHS);
                rows[count]++;
            }
        }
        return row;
    }

    private static int cellEnd(String line, int from) {
        var tab = line.indexOf('\t', from);
        return tab < 0 ? line.length() : tab;
    }

    float idf(int row) {
        return Float.intBitsToFloat(rows[row]);
    }

    /** What a feature says where there is but one class. */
    float only(int row) {
        return rows[row + 1] == 0 ? 0 : Float.intBitsToFloat(rows[row + 3]);
    }

    /** Adds to the sum of each class what the feature says of it, so many times. */
    void addTo(double[] sums, int row, double times) {
        var first = row + 2;
        for (var i = first; i < first + 2 * rows[row + 1]; i += 2) {
            sums[rows[i]] += times * Float.intBitsToFloat(rows[i + 1]);
        }
    }
}
