package org.tumen.classifier.model;

import java.util.function.IntUnaryOperator;

/**
 * The numbers of features by the hash of their name: a text has thousands of pairs and n-grams of which a model knows few. A name is a row
 * of pieces with a space between them, and its hash is made of those of its pieces: a word is hashed once for all pairs in which it
 * stands. Among a million names two of one hash (64 bits) are found once in 37 million models.
 */
final class NamedFeatures {

    static final int UNKNOWN = -1;

    /** FNV-1a, of each piece by itself. */
    private static final long BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    /** 2 to the power of 64, divided by the golden ratio. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int SMALLEST = 1 << 4;
    private static final int SEEN_BITS = 8;

    /** Eight bits for a place, of which each name has one: few names that are not known have a bit that is set (Bloom 1970). */
    private final long[] seen;

    /** Open addressing, at most half full: hash and place of what is kept, side by side; hash 0 is a free place. */
    private final long[] table;

    private int size;

    /**
     * Empty.
     *
     * @param most so many are put there at most
     */
    NamedFeatures(int most) {
        var places = SMALLEST;
        while (places < 2 * most) {
            places *= 2;
        }
        this(new long[places / (Long.SIZE / SEEN_BITS)], new long[2 * places]);
    }

    private NamedFeatures(long[] seen, long[] table) {
        this.seen = seen;
        this.table = table;
    }

    /** Of a whole name. */
    static long hash(String name) {
        var hash = 0L;
        var from = 0;
        for (var space = name.indexOf(' '); space >= 0; space = name.indexOf(' ', from)) {
            hash = and(hash, piece(name, from, space));
            from = space + 1;
        }
        return and(hash, piece(name, from, name.length()));
    }

    /** Of the name so far and a further piece of it. */
    static long and(long begun, long piece) {
        var mixed = (Long.rotateLeft(begun, 29) ^ piece) * GOLDEN;
        return mixed ^ (mixed >>> 32);
    }

    /** Of characters without a space. */
    static long piece(CharSequence characters, int from, int to) {
        var hash = BASIS;
        for (var i = from; i < to; i++) {
            hash = piece(hash, characters.charAt(i));
        }
        return hash;
    }

    static long emptyPiece() {
        return BASIS;
    }

    /** Of a piece so far and its next character. */
    static long piece(long begun, char next) {
        return (begun ^ next) * PRIME;
    }

    /**
     * Keeps a feature.
     *
     * @param hash of its name
     * @param value anything but {@link #UNKNOWN}
     * @return false when there is one of its name, which stays
     */
    boolean put(long hash, int value) {
        var place = place(hash);
        if (table[place] != 0) {
            return false;
        }
        seen[seenAt(hash)] |= 1L << hash;
        table[place] = hash;
        table[place + 1] = value;
        size++;
        return true;
    }

    /** The same features with other values. */
    NamedFeatures mapped(IntUnaryOperator value) {
        var mapped = new NamedFeatures(seen, table.clone());
        for (var i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                mapped.table[i + 1] = value.applyAsInt((int) table[i + 1]);
            }
        }
        mapped.size = size;
        return mapped;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** What was put there; {@link #UNKNOWN} when there is no such feature. */
    int find(long hash) {
        if ((seen[seenAt(hash)] & 1L << hash) == 0) {
            return UNKNOWN;
        }
        var place = place(hash);
        return table[place] == 0 ? UNKNOWN : (int) table[place + 1];
    }

    private int seenAt(long hash) {
        return (int) (hash >>> 6) & (seen.length - 1);
    }

    /** Where the hash stands, or would. */
    private int place(long hash) {
        var mask = table.length - 1;
        var place = (int) (hash >>> 32 << 1) & mask;
        while (table[place] != 0 && table[place] != hash) {
            place = (place + 2) & mask;
        }
        return place;
    }
}
