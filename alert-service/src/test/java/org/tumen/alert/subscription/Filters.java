package org.tumen.alert.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.alert.subscription.SubscriptionFile.FilterEntry;
import org.tumen.seeds.SeedFile;

/** Filters for tests, written as people write them. */
public final class Filters {

    private Filters() {}

    /**
     * Reads a filter as a file of subscriptions has it.
     *
     * @param yaml the members of a filter, {@code {signals: [treaty-move], minScore: 0.5}}
     */
    public static Filter filter(String yaml) {
        try {
            var path = Files.createTempFile("filter", ".yaml");
            try {
                Files.writeString(path, yaml);
                var file = SeedFile.read(path, FilterEntry.class);
                return new FilterCheck(file, "filter").check(file.content());
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
