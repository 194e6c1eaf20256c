package org.tumen.classifier.model;

/**
 * How rare each feature is, and what it says for those classes of which it says something: a row of numbers for each, and one row behind
 * the other. To read a row is to read one stretch of memory, where an object for each feature would be five.
 */
final class Weights {

    private static final int HUNDREDTHS = 100;

    /** Of each row the inverse document frequency, how many pairs follow, and the pairs: class, weight. Fractions are kept as bits. */
    private final int[] rows;

    private int end;

    /** Room for so many features, and so many weights of all of them. */
    Weights(int features, int weights) {
        this.rows = new int[2 * (features + weights)];
    }

    /**
     * Adds the feature of a line of which the name is read: its inverse document frequency, and for each class a weight in hundredths or nothing.
     *
     * @return its row
     */
    int add(ModelText line) {
        var row = end;
        if (!line.nextCell()) {
            throw line.fault("name, inverse document frequency and weights, with tabs between them");
        }
        checkRoom(line);
        rows[end++] = Float.floatToRawIntBits(line.decimal());
        var count = end++;
        for (var place = 0; line.nextCell(); place++) {
            if (!line.isRead()) {
                checkRoom(line);
                rows[end++] = place;
                rows[end++] = Float.floatToRawIntBits((float) line.whole() / HUNDREDTHS);
                rows[count]++;
            }
        }
        return row;
    }

    /** For two more numbers. */
    private void checkRoom(ModelText line) {
        if (isFull()) {
            throw line.fault("no more features and weights than %size says");
        }
    }

    /** Whether all that there is room for is there. */
    boolean isFull() {
        return end == rows.length;
    }

    /** How many of the numbers that there is room for are there. */
    String describe() {
        return end + " of " + rows.length + " numbers";
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
