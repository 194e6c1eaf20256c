package org.tumen.bench.extraction;

/**
 * How often a field was right.
 *
 * @param wrong found, but not what was wanted
 * @param missed wanted, but not found
 */
record FieldScore(int right, int wrong, int missed) {

    static final FieldScore NONE = new FieldScore(0, 0, 0);

    FieldScore and(FieldScore more) {
        return new FieldScore(right + more.right, wrong + more.wrong, missed + more.missed);
    }

    double precision() {
        return share(right, right + wrong);
    }

    double recall() {
        return share(right, right + missed);
    }

    double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
