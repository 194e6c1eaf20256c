package org.tumen.classifier.model;

/**
 * What a model knows: the names of its features, and the row of each. How much that is stands before it in the text, so that nothing grows while it is read:
 * of arrays that grow to 35 MB as much again would be left for the collector, in the middle of a start.
 */
final class Features {

    private final int size;
    private final NamedFeatures names;
    private final Weights weights;
    private boolean switchesOnly = true;

    private Features(int size, int weights) {
        this.size = size;
        this.names = new NamedFeatures(size);
        this.weights = new Weights(size, weights);
    }

    /** Of a model that knows nothing. */
    static Features none() {
        return new Features(0, 0);
    }

    /** Room for as many as the line says: {@code %size}, how many features, how many weights of all of them. */
    static Features sizedBy(ModelText line) {
        line.skipCell();
        return new Features(count(line), count(line));
    }

    private static int count(ModelText line) {
        if (!line.nextCell()) {
            throw line.fault("%size, features and weights, with tabs between them");
        }
        var count = line.whole();
        if (count < 0) {
            throw line.fault("%size, features and weights, none below zero");
        }
        return count;
    }

    /**
     * Adds the feature of a line.
     *
     * @throws IllegalArgumentException for one that is there, or more than there is room for
     */
    void add(ModelText line) {
        if (names.size() == size) {
            throw line.fault("no more features than %size says, " + size);
        }
        switchesOnly &= line.beginsWith(LinearModel.SWITCH);
        if (!names.put(line.nameHash(), weights.add(line))) {
            throw line.fault("each feature once");
        }
    }

    /** Says that there are no more. */
    Features complete() {
        if (names.size() < size || !weights.isFull()) {
            throw new IllegalArgumentException("%size: " + size + " features, of which there are " + names.size()
                    + ", with " + weights.describe() + " (expected: as many as follow)");
        }
        return this;
    }

    NamedFeatures names() {
        return names;
    }

    Weights weights() {
        return weights;
    }

    /** Whether all of them begin with {@link LinearModel#SWITCH}. */
    boolean areSwitches() {
        return switchesOnly;
    }
}
