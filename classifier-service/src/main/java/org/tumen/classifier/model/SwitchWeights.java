package org.tumen.classifier.model;

import java.io.InputStream;

/**
 * A linear model of one class, all of whose features are switches: what each says stands where its name is found. It only compares texts with
 * each other, so that bias and the value of a switch make no difference. Safe for use by many threads.
 */
public final class SwitchWeights {

    private final NamedFeatures bits;

    /**
     * Of a model.
     *
     * @param bits of each feature its weight as the bits of a {@code float}
     */
    SwitchWeights(NamedFeatures bits) {
        this.bits = bits;
    }

    /**
     * Reads the text form of {@link LinearModel}; of an empty text nothing.
     *
     * @throws IllegalArgumentException when it has several classes, or features that are no switches
     */
    public static SwitchWeights read(InputStream stream) {
        return LinearModel.read(stream).switches();
    }

    /** Whether nothing was learned. */
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /** 0 when there is no such feature. */
    private float of(long hash) {
        var found = bits.find(hash);
        return found == NamedFeatures.UNKNOWN ? 0 : Float.intBitsToFloat(found);
    }

    /** Begins to add up. */
    public Sum sum() {
        return new Sum();
    }

    /**
     * What some features say together, each counted once however often it is given. Weights are hundredths, read as {@code float}: a {@code double}
     * holds the sum of thousands of them to the last bit, in whatever order they come, so that parts may be summed up by themselves. Not for use by many threads.
     */
    public final class Sum implements HashedFeatures {

        private final SeenHashes seen = new SeenHashes();
        private double points;

        private Sum() {}

        @Override
        public void add(char block, long hash) {
            var weight = of(hash);
            if (weight != 0 && seen.add(hash)) {
                points += weight;
            }
        }

        /** What all features since the last time say, in units of a weight; begins anew. */
        public double take() {
            var taken = points;
            points = 0;
            seen.clear();
            return taken;
        }
    }
}
