package org.tumen.classifier.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stretches of characters of which a word consists, its edges marked: they tell "accused" and "accusation" alike.
 *
 * @param block begins each name, for the linear model
 */
public record Grams(FeatureName block, int shortest, int longest) {

    public Grams(String block, int shortest, int longest) {
        this(FeatureName.of(block), shortest, longest);
    }

    public List<String> of(String word) {
        var marked = "|" + word + "|";
        var grams = new ArrayList<String>();
        for (var length = shortest; length <= longest; length++) {
            for (var from = 0; from + length <= marked.length(); from++) {
                grams.add(block.text() + " " + marked.substring(from, from + length));
            }
        }
        return grams;
    }

    /** Of each of them the hash of its name, without the names. */
    long[] hashes(String word) {
        var marked = "|" + word + "|";
        var hashes = new long[marked.length() * (longest - shortest + 1)];
        var count = 0;
        for (var from = 0; from + shortest <= marked.length(); from++) {
            var piece = NamedFeatures.emptyPiece();
            for (var length = 1; length <= longest && from + length <= marked.length(); length++) {
                piece = NamedFeatures.piece(piece, marked.charAt(from + length - 1));
                if (length >= shortest) {
                    hashes[count++] = NamedFeatures.and(block.hash(), piece);
                }
            }
        }
        return Arrays.copyOf(hashes, count);
    }
}
