package org.tumen.classifier.model;

import java.util.Arrays;

/** Which hashes were there before: a set without an object for each of them, to be filled and emptied again and again. */
final class SeenHashes {

    private static final int SMALLEST = 1 << 6;

    /** Open addressing, at most half full; 0 is a free place. */
    private long[] table = new long[SMALLEST];

    private int size;

    /** The free place cannot tell whether 0 itself was there. */
    private boolean hasZero;

    /** Whether it was not there before. */
    boolean add(long hash) {
        if (hash == 0) {
            var isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        var place = place(hash);
        if (table[place] == hash) {
            return false;
        }
        table[place] = hash;
        if (2 * ++size > table.length) {
            grow();
        }
        return true;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(table, 0);
        }
        size = 0;
        hasZero = false;
    }

    private int place(long hash) {
        var mask = table.length - 1;
        var place = (int) (hash >>> 32) & mask;
        while (table[place] != 0 && table[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var old = table;
        table = new long[2 * old.length];
        for (var hash : old) {
            if (hash != 0) {
                table[place(hash)] = hash;
            }
        }
    }
}
