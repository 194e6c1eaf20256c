package org.tumen.classifier.model;

/** Takes in features by the hashes of their names: nobody puts the names together. */
interface HashedFeatures extends FeatureSink {

    /**
     * A feature.
     *
     * @param block the first character of its name
     * @param hash by {@link NamedFeatures#hash(String)}
     */
    void add(char block, long hash);

    @Override
    default void add(String feature) {
        add(feature.charAt(0), NamedFeatures.hash(feature));
    }

    @Override
    default void add(FeatureName feature) {
        add(feature.block(), feature.hash());
    }

    @Override
    default void add(FeatureName begun, HashedWord word) {
        add(begun.block(), NamedFeatures.and(begun.hash(), word.piece()));
    }

    @Override
    default void add(FeatureName begun, HashedWord word, HashedWord next) {
        add(begun.block(), NamedFeatures.and(NamedFeatures.and(begun.hash(), word.piece()), next.piece()));
    }

    @Override
    default void add(FeatureName begun, Phrase phrase) {
        add(begun.block(), phrase.behind(begun.hash()));
    }

    @Override
    default void add(FeatureName begun, Phrase phrase, Phrase next) {
        add(begun.block(), next.behind(phrase.behind(begun.hash())));
    }

    @Override
    default void add(FeatureName begun, CharSequence characters, int from, int to) {
        add(begun.block(), NamedFeatures.and(begun.hash(), NamedFeatures.piece(characters, from, to)));
    }

    @Override
    default void addGrams(Grams grams, HashedWord word) {
        for (var hash : grams.hashes(word.text())) {
            add(grams.block().block(), hash);
        }
    }
}
