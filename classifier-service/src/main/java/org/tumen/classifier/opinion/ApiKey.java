package org.tumen.classifier.opinion;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret that prints as stars. */
record ApiKey(String value) {

    /** What an HTTP header can carry of one word: visible ASCII. */
    private static final String FORM = "[\\x21-\\x7e]+";

    /**
     * Takes it as it was given.
     *
     * @param place names where it stands, never what stands there
     */
    static ApiKey of(String place, String value) {
        if (!value.strip().matches(FORM)) {
            throw new ConfigurationException(place + ": *** (expected: one word of visible ASCII)");
        }
        return new ApiKey(value.strip());
    }

    /** Reads it from a file that holds nothing else. */
    static ApiKey in(String place, Path file) {
        try {
            return of(place + ": " + file, Files.readString(file));
        } catch (IOException e) {
            throw new ConfigurationException(
                    place + ": " + file + " cannot be read: " + e + " (expected: a file with the key)", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
