package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of characters of which a word consists, its edges marked: they tell "accused" and "accusation" alike.
 *
 * @param block begins each name, for the linear model
 */
record Grams(char block, int shortest, int longest) {

    List<String> of(String word) {
        var marked = "|" + word + "|";
        var grams = new ArrayList<String>();
        for (var length = shortest; length <= longest; length++) {
            for (var from = 0; from + length <= marked.length(); from++) {
                grams.add(block + " " + marked.substring(from, from + length));
            }
        }
        return grams;
    }
}
