package org.tumen.alert.subscription;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.subscription.Subscriptions.Written;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.SeedFile;

/** The subscriptions that were made by REST, in the database. */
@Repository
class SubscriptionStore {

    /** Of the advisory lock under which changes get their numbers, so that they are seen in the order of their numbers. */
    private static final long LOCK = 0x74756D656E2D7375L;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubscriptionStore(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A subscription as it was last changed.
     *
     * @param entry JSON; null once it was deleted
     * @param owner who made it; null when nobody knows
     */
    record Stored(
            String id,
            @Nullable String entry,
            long change,
            @Nullable String owner) {}

    /**
     * Who wants to change one.
     *
     * @param changesAll whether also those of others
     */
    record Keeper(String name, boolean changesAll) {

        private boolean mayChange(Stored stored) {
            return changesAll || name.equals(stored.owner());
        }
    }

    /** What came of an attempt to change one. */
    sealed interface Outcome {

        record Created(long change) implements Outcome {}

        record Updated(long change) implements Outcome {}

        record Deleted() implements Outcome {}

        /** It belongs to somebody else. */
        record OfAnother() implements Outcome {}

        /** There is none. */
        record Missing() implements Outcome {}

        /**
         * It is not as whoever wants to change it thinks.
         *
         * @param change as it is; empty when there is none
         */
        record Other(Optional<Long> change) implements Outcome {}
    }

    /** Oldest change first. */
    List<Stored> changedSince(long change) {
        return jdbc.sql("select id, entry, change, owner from subscription where change > :change order by change")
                .param("change", change)
                .query(Stored.class)
                .list();
    }

    Optional<Stored> find(SubscriptionId id) {
        return jdbc.sql("select id, entry, change, owner from subscription where id = :id and entry is not null")
                .param("id", id.value())
                .query(Stored.class)
                .optional();
    }

    /** Makes or replaces one; the same again changes nothing. */
    @Transactional
    public Outcome put(Kept kept, Precondition condition, Keeper keeper) {
        lock();
        var id = kept.subscription().id();
        var entry = SeedFile.json(kept.entry());
        var before = find(id);
        if (before.isPresent() && !keeper.mayChange(before.get())) {
            return new Outcome.OfAnother();
        }
        if (!condition.holds(before.map(Stored::change))) {
            return new Outcome.Other(before.map(Stored::change));
        }
        if (before.isPresent() && entry.equals(before.get().entry())) {
            return new Outcome.Updated(before.get().change());
        }
        var change = write(id, entry, keeper);
        events.publishEvent(new Written(id, kept.subscription().addresses()));
        return before.isPresent() ? new Outcome.Updated(change) : new Outcome.Created(change);
    }

    @Transactional
    public Outcome delete(SubscriptionId id, Precondition condition, Keeper keeper) {
        lock();
        var before = find(id);
        if (before.isEmpty()) {
            return new Outcome.Missing();
        }
        if (!keeper.mayChange(before.get())) {
            return new Outcome.OfAnother();
        }
        if (!condition.holds(before.map(Stored::change))) {
            return new Outcome.Other(before.map(Stored::change));
        }
        write(id, null, keeper);
        events.publishEvent(new Written(id, Set.of()));
        return new Outcome.Deleted();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
    }

    /** Whoever makes one anew where one was deleted owns it. */
    private long write(SubscriptionId id, @Nullable String entry, Keeper keeper) {
        return jdbc.sql("""
                insert into subscription (id, entry, change, changed_at, owner)
                values (:id, :entry, nextval('subscription_change'), :now, :owner)
                on conflict (id) do update
                set entry = excluded.entry, change = excluded.change, changed_at = excluded.changed_at,
                    owner = case when subscription.entry is null then excluded.owner else subscription.owner end
                returning change""")
                .param("id", id.value())
                .param("entry", entry)
                .param("owner", keeper.name())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }
}
