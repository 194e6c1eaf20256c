package org.tumen.classifier.model;

/**
 * The name of a feature, or a piece of one, hashed once: what is the same in every text need not be put together and hashed in each.
 *
 * @param hash by {@link NamedFeatures#hash(String)}
 */
public record FeatureName(String text, long hash) {

    public static FeatureName of(String text) {
        return new FeatureName(text, NamedFeatures.hash(text));
    }

    /** The block that its first character names. */
    char block() {
        return text.charAt(0);
    }
}
