package org.tumen.crawler.duplicate;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is kept of a text to find its copies: a MinHash signature (Broder 1997; SuperMinHash, Ertl 2017). The share of
 * equal components of two signatures estimates how large a part of their shingles two texts have in common. Immutable.
 */
public final class Signature {

    /** Names the way in which signatures are made; those of another way can not be compared. */
    static final int METHOD = 1;

    /**
     * From this share on a text is a copy. Half a text shares a half of its shingles with the whole, one in which a tenth
     * of the words were replaced two thirds; of 450,775 pairs of different articles none came to .3 (measured).
     */
    static final double COPY = 0.3;

    /** Short texts hit on the same words more easily. */
    private static final double SHORT_COPY = 0.6;

    private static final int SHORT = 24;

    /** Less, about a dozen words, says too little: every "more soon" would be a copy of the first. */
    private static final int FEWEST = 12;

    private static final int COMPONENTS = 128;

    /**
     * Components in a band. Who agrees in a whole band is compared: of texts that share half of their shingles .996 do,
     * of those that share a twentieth .005 (1 - (1 - share^3)^42).
     */
    private static final int BAND = 3;

    private static final SimilarityHashPolicy POLICY = SimilarityHashing.superMinHash(COMPONENTS, Short.SIZE);

    private final byte[] bytes;
    private final int shingles;

    /** As it was kept. */
    Signature(byte[] bytes, int shingles) {
        if (bytes.length != POLICY.getSignatureSizeInBytes()) {
            throw new IllegalArgumentException(
                    "bytes: " + bytes.length + " (expected: " + POLICY.getSignatureSizeInBytes() + ")");
        }
        this.bytes = bytes.clone();
        this.shingles = shingles;
    }

    /** Empty when the text is too short to be told from others. */
    public static Optional<Signature> of(String text) {
        var shingles = Shingles.of(text);
        if (shingles.length < FEWEST) {
            return Optional.empty();
        }
        var bytes = POLICY.createHasher().compute(ElementHashProvider.ofValues(shingles));
        return Optional.of(new Signature(bytes, shingles.length));
    }

    /** The estimated share of common shingles (Jaccard), in [0, 1]. */
    public double similarity(Signature other) {
        return POLICY.getFractionOfEqualComponents(bytes, other.bytes);
    }

    /** Whether one of the two texts is a copy of the other, or both of a third. */
    public boolean isCopyOf(Signature other) {
        return similarity(other) >= (Math.min(shingles, other.shingles) < SHORT ? SHORT_COPY : COPY);
    }

    /** Whether the two are compared at all: the database looks copies up by their bands. */
    public boolean sharesBandWith(Signature other) {
        return IntStream.range(0, COMPONENTS / BAND)
                .anyMatch(number -> band(number).equals(other.band(number)));
    }

    /** The bands: the number of a band and its components in one value each. */
    Long[] bands() {
        return IntStream.range(0, COMPONENTS / BAND).mapToObj(this::band).toArray(Long[]::new);
    }

    int shingles() {
        return shingles;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private Long band(int number) {
        var band = (long) number;
        for (var i = number * BAND; i < (number + 1) * BAND; i++) {
            band = band << Short.SIZE | POLICY.getComponent(bytes, i);
        }
        return band;
    }
}
