package org.tumen.alert.subscription;

import java.nio.file.Path;
import org.tumen.alert.query.TextQueries;

/** Subscriptions for tests of other folders. */
public final class OfFiles {

    private OfFiles() {}

    /** Those of a folder, for as long as the queries are open. */
    public static Subscriptions in(Path folder, TextQueries queries) {
        return new Subscriptions(new SubscriptionProperties(folder), queries, _ -> {});
    }
}
