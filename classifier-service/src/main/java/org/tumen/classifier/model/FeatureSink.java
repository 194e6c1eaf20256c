package org.tumen.classifier.model;

import java.util.HashMap;
import java.util.Map;

/** Takes in the features of a sentence, one occurrence after the other. */
public interface FeatureSink {

    void add(String feature);

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
        public void addGrams(Grams grams, String word) {
            reading.addWord(grams.prefix(), word, grams::of);
        }
    }
}
