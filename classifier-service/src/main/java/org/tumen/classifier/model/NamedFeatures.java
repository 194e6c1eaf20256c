package org.tumen.classifier.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Features by the hash of their name: a text has thousands of n-grams of which a model knows few, and to hash one piece by piece
 * costs a fraction of putting its name together. Among a million names two of one hash (FNV-1a, 64 bits) are found once in 37 million models.
 */
final class NamedFeatures<F> {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int SMALLEST = 1 << 4;

    /** Open addressing, at most half full; a place without a value is free. */
    private long[] hashes = new long[SMALLEST];

    private @Nullable Object[] values = new @Nullable Object[SMALLEST];
    private int size;

    static long hash(String name) {
        return hash(BASIS, name);
    }

    /** The hash of the name so far and what follows. */
    static long hash(long begun, String next) {
        var hash = begun;
        for (var i = 0; i < next.length(); i++) {
            hash = hash(hash, next.charAt(i));
        }
        return hash;
    }

    static long hash(long begun, char next) {
        return (begun ^ next) * PRIME;
    }

    void put(String name, F feature) {
        if (2 * (size + 1) > hashes.length) {
            grow();
        }
        var hash = hash(name);
        var place = place(hash);
        if (values[place] == null) {
            size++;
        }
        hashes[place] = hash;
        values[place] = feature;
    }

    @SuppressWarnings("unchecked") // Only put writes there.
    @Nullable
    F get(long hash) {
        return (F) values[place(hash)];
    }

    /** Where the hash stands, or would. */
    private int place(long hash) {
        var mask = hashes.length - 1;
        var place = (int) (hash ^ (hash >>> 32)) & mask;
        while (values[place] != null && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var old = hashes;
        var oldValues = values;
        hashes = new long[2 * old.length];
        values = Arrays.copyOf(new @Nullable Object[0], hashes.length);
        for (var i = 0; i < old.length; i++) {
            if (oldValues[i] != null) {
                var place = place(old[i]);
                hashes[place] = old[i];
                values[place] = oldValues[i];
            }
        }
    }
}
