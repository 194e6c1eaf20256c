package org.tumen.classifier.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stretches of characters of which a word consists, its edges marked: they tell "accused" and "accusation" alike.
 *
 * @param prefix begins each name, for the linear model: the block, and what else tells these grams from others
 */
public record Grams(String prefix, int shortest, int longest) {

    public List<String> of(String word) {
        var marked = "|" + word + "|";
        var grams = new ArrayList<String>();
        for (var length = shortest; length <= longest; length++) {
            for (var from = 0; from + length <= marked.length(); from++) {
                grams.add(prefix + " " + marked.substring(from, from + length));
            }
        }
        return grams;
    }

    /** Of each of them the hash of its name, without the names. */
    long[] hashes(String word) {
        var marked = "|" + word + "|";
        var begun = NamedFeatures.hash(NamedFeatures.hash(prefix), ' ');
        var hashes = new long[marked.length() * (longest - shortest + 1)];
        var count = 0;
        for (var from = 0; from + shortest <= marked.length(); from++) {
            var hash = begun;
            for (var length = 1; length <= longest && from + length <= marked.length(); length++) {
                hash = NamedFeatures.hash(hash, marked.charAt(from + length - 1));
                if (length >= shortest) {
                    hashes[count++] = hash;
                }
            }
        }
        return Arrays.copyOf(hashes, count);
    }
}
