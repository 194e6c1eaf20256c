package org.tumen.bench.stories;

/** So many of so many, with how sure that is. */
record Share(int part, int whole) {

    /** Of a normal distribution, for 95 in 100. */
    private static final double Z = 1.96;

    double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    double low() {
        return whole == 0 ? 0 : Math.max(0, middle() - margin());
    }

    double high() {
        return whole == 0 ? 1 : Math.min(1, middle() + margin());
    }

    /** Wilson's interval, which holds for few and for none. */
    private double middle() {
        return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double margin() {
        var spread = value() * (1 - value()) / whole + Z * Z / (4.0 * whole * whole);
        return Z * Math.sqrt(spread) / (1 + Z * Z / whole);
    }
}
