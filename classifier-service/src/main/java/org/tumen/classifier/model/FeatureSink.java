package org.tumen.classifier.model;

import java.util.HashMap;
import java.util.Map;

/** Takes in the features of a sentence, one occurrence after the other. */
public interface FeatureSink {

    void add(String feature);

    /** The feature whose name is the block and the word: most are unknown, so that nobody needs to put their names together. */
    void add(String block, String word);

    /** The same of two words with a space between them. */
    void add(String block, String word, String next);

    /** The character n-grams of a word. */
    void addGrams(Grams grams, String word);

    /** Counts, to train a model on. */
    record Counting(Map<String, Integer> counts) implements FeatureSink {

        public Counting() {
            this(new HashMap<>());
        }

        @Override
        public void add(String feature) {
            counts.merge(feature, 1, Integer::sum);
        }

        @Override
        public void add(String block, String word) {
            add(block + word);
        }

        @Override
        public void add(String block, String word, String next) {
            add(block + word + ' ' + next);
        }

        @Override
        public void addGrams(Grams grams, String word) {
            grams.of(word).forEach(this::add);
        }
    }

    /** Asks a model. */
    record Asking(LinearModel.Reading reading) implements FeatureSink {

        @Override
        public void add(String feature) {
            reading.add(feature);
        }

        @Override
        public void add(String block, String word) {
            reading.add(block, word);
        }

        @Override
        public void add(String block, String word, String next) {
            reading.add(block, word, next);
        }

        @Override
        public void addGrams(Grams grams, String word) {
            reading.addGrams(grams, word);
        }
    }
}
