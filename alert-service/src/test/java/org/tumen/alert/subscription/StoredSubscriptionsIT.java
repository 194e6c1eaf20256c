package org.tumen.alert.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.alert.OwnSchema;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.subscription.SubscriptionStore.Keeper;
import org.tumen.alert.subscription.Subscriptions.Changed;
import org.tumen.alert.subscription.Subscriptions.Written;
import org.tumen.model.alert.SubscriptionId;

/** Many subscriptions on one database, and one more: what the instance that takes it and another one do for it. */
class StoredSubscriptionsIT {

    private static final int MANY = 2_000;
    private static final Keeper OPERATOR = new Keeper("operator", true);

    private final OwnSchema schema = OwnSchema.named("stored_subscriptions");
    private final List<Object> written = new ArrayList<>();
    private final SubscriptionStore store = new SubscriptionStore(schema.jdbc(), written::add, Clock.systemUTC());

    @TempDir
    private Path noFiles;

    @AutoClose
    private final Instance here = new Instance();

    @AutoClose
    private final Instance there = new Instance();

    /** A service on this database, without its web server. */
    private final class Instance implements AutoCloseable {

        private final TextQueries queries = new TextQueries();
        private final List<Object> told = new ArrayList<>();

        private Subscriptions start() {
            return new Subscriptions(new SubscriptionProperties(noFiles), queries, told::add);
        }

        @Override
        public void close() {
            queries.close();
        }
    }

    @Test
    void oneMoreBesideManyIsOneMoreForEachInstance() {
        schema.jdbc().sql("truncate subscription").update();
        schema.jdbc().sql("""
                insert into subscription (id, entry, change, changed_at)
                select 'many-' || n, format('{"id": "many-%s", "name": "Many", "filter": {"text": "lamp%s"}}', n, n),
                    nextval('subscription_change'), now()
                from generate_series(1, :many) as n""").param("many", MANY).update();
        var subscriptionsHere = here.start();
        var storedHere = new StoredSubscriptions(store, subscriptionsHere);
        var subscriptionsThere = there.start();
        var storedThere = new StoredSubscriptions(store, subscriptionsThere);
        assertThat(there.queries.find("A lamp77", "", "en")).containsOnlyKeys(new SubscriptionId("many-77"));
        var before = subscriptionsThere.all();
        here.told.clear();
        there.told.clear();

        var kept = StoredSubscriptions.check("""
                {"id": "added", "name": "Added", "filter": {"text": "beacon"}, "email": ["a@example.org"]}""");
        store.put(kept, new Precondition(null, null), OPERATOR);
        storedHere.refresh();
        storedThere.refresh();

        var added = new SubscriptionId("added");
        assertThat(written).containsExactly(new Written(added, Set.of("a@example.org")));
        for (var instance : List.of(here, there)) {
            assertThat(instance.told).containsExactly(new Changed(Set.of(added)));
            assertThat(instance.queries.find("A beacon", "", "en")).containsOnlyKeys(added);
        }
        assertThat(subscriptionsThere.all()).hasSize(MANY + 1);
        assertThat(before)
                .hasSize(MANY)
                .allSatisfy(one -> assertThat(subscriptionsThere.find(one.id()).orElseThrow())
                        .as("not made anew")
                        .isSameAs(one));
        there.told.clear();
        storedThere.refresh();
        assertThat(there.told).as("nothing has changed since").isEmpty();
    }
}
