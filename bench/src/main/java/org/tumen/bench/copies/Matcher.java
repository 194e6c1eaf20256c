package org.tumen.bench.copies;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.tumen.crawler.duplicate.Signature;

/**
 * A way to tell whether a text is a copy of another.
 *
 * @param <S> what it keeps of a text
 */
interface Matcher<S> {

    /** Empty when the text is too short. */
    Optional<S> keep(Words text);

    boolean isCopy(S original, S copy);

    /** As the crawler finds copies: by a common band first, then by the whole signature. */
    static Matcher<Signature> tumen() {
        return of(
                text -> Signature.of(text.text()),
                (original, copy) -> original.sharesBandWith(copy) && copy.isCopyOf(original));
    }

    /** As web pages are compared: 64 bits of which at most 3 differ (Manku, Jain and Das Sarma 2007). */
    static Matcher<Long> simHash() {
        return of(
                text -> text.words().size() < 2 ? Optional.empty() : Optional.of(simHash(text)),
                (original, copy) -> Long.bitCount(original ^ copy) <= 3);
    }

    private static <S> Matcher<S> of(java.util.function.Function<Words, Optional<S>> keep, BiPredicate<S, S> isCopy) {
        return new Matcher<>() {
            @Override
            public Optional<S> keep(Words text) {
                return keep.apply(text);
            }

            @Override
            public boolean isCopy(S original, S copy) {
                return isCopy.test(original, copy);
            }
        };
    }

    private static long simHash(Words text) {
        var votes = new int[Long.SIZE];
        var words = text.words();
        for (var i = 1; i < words.size(); i++) {
            var hash = mixed(words.get(i - 1).hashCode() * 31L + words.get(i).hashCode());
            for (var bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        var hash = 0L;
        for (var bit = 0; bit < Long.SIZE; bit++) {
            hash |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
