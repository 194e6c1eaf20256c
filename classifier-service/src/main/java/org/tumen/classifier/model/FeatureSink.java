package org.tumen.classifier.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Takes in the features of a sentence, one occurrence after the other. Their names come in pieces, with a space between them: most
 * features are unknown, so that nobody needs to put their names together.
 */
public interface FeatureSink {

    void add(String feature);

    void add(FeatureName feature);

    /** The feature of this block, or which begins so, with the word. */
    void add(FeatureName block, HashedWord word);

    /** The same of two words. */
    void add(FeatureName block, HashedWord word, HashedWord next);

    /** The same of words that stand in many names. */
    void add(FeatureName block, Phrase phrase);

    /** The same of two such. */
    void add(FeatureName block, Phrase phrase, Phrase next);

    /** The same of a stretch of characters, none of them a space. */
    void add(FeatureName block, CharSequence characters, int from, int to);

    /** The character n-grams of a word. */
    void addGrams(Grams grams, HashedWord word);

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
        public void add(FeatureName feature) {
            add(feature.text());
        }

        @Override
        public void add(FeatureName block, HashedWord word) {
            add(block.text() + ' ' + word.text());
        }

        @Override
        public void add(FeatureName block, HashedWord word, HashedWord next) {
            add(block.text() + ' ' + word.text() + ' ' + next.text());
        }

        @Override
        public void add(FeatureName block, Phrase phrase) {
            add(block.text() + ' ' + phrase.text());
        }

        @Override
        public void add(FeatureName block, Phrase phrase, Phrase next) {
            add(block.text() + ' ' + phrase.text() + ' ' + next.text());
        }

        @Override
        public void add(FeatureName block, CharSequence characters, int from, int to) {
            add(block.text() + ' ' + characters.subSequence(from, to));
        }

        @Override
        public void addGrams(Grams grams, HashedWord word) {
            grams.of(word.text()).forEach(this::add);
        }
    }

    /** Asks a model. */
    record Asking(LinearModel.Reading reading) implements HashedFeatures {

        @Override
        public void add(char block, long hash) {
            reading.add(block, hash);
        }

        /** What a word consists of is remembered from text to text. */
        @Override
        public void addGrams(Grams grams, HashedWord word) {
            reading.addGrams(grams, word);
        }
    }
}
