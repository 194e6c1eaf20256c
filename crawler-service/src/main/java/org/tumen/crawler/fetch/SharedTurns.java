package org.tumen.crawler.fetch;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns that all crawlers share, one row of the database for each host. A partition of the fetches belongs to one
 * crawler, but a redirect leads to hosts of other partitions, and while partitions move the former owner may still be
 * asking: the row closes both gaps. So is the pause that a host asked for, which holds for all of them. The turn of a
 * crawler that died ends by itself, later than any request of it. All times are the database's, so clocks need not
 * agree; a turn that would last longer than any does was taken while that clock was wrong, and is over.
 */
final class SharedTurns implements HostTurns {

    private static final Logger log = LoggerFactory.getLogger(SharedTurns.class);

    /** How often a turn is asked for that another one has and may give back at any time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /** Longer than a turn or a pause between two of them ever is. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient database;
    private final Duration longest;
    /** A crawler at hundreds of hosts would keep a database busy with them one by one. */
    private final Gathering<Taking, Boolean> takings = new Gathering<>(this::takeAll);

    private final Gathering<Returning, Boolean> returns = new Gathering<>(this::giveBackAll);

    /** @param longest that a request may take, with something to spare */
    SharedTurns(JdbcClient database, Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    @Override
    public Turn take(String host, Duration pause) {
        var turn = UUID.randomUUID().toString();
        while (!takings.ask(new Taking(host, turn))) {
            HostTurns.sleep(untilNextLook(host));
        }
        return new Turn() {
            @Override
            public void rest(Duration asked) {
                SharedTurns.this.rest(host, asked);
            }

            @Override
            public void close() {
                giveBack(new Returning(host, turn, pause));
            }
        };
    }

    /**
     * Deletes what is kept of hosts that nobody was at for a while and that have rested.
     *
     * @return how many rows
     */
    static int forget(JdbcClient database) {
        var turns = database.sql("""
                        delete from host_turn where busy_until < clock_timestamp() - :after * interval '1 millisecond'
                        """).param("after", FORGOTTEN_AFTER.toMillis()).update();
        return turns
                + database.sql("delete from host_rest where until < clock_timestamp()")
                        .update();
    }

    private List<Boolean> takeAll(List<Taking> wanted) {
        var first = new LinkedHashMap<String, String>(); // A statement changes a row once.
        wanted.forEach(one -> first.putIfAbsent(one.host, one.turn));
        var taken = Set.copyOf(database.sql("""
                        insert into host_turn (host, turn, busy_until)
                        select host, turn, clock_timestamp() + :longest * interval '1 millisecond'
                        from unnest(:hosts, :turns) as asked (host, turn)
                        where not exists (select from host_rest
                                          where host_rest.host = asked.host and until > clock_timestamp())
                        order by host
                        on conflict (host) do update set turn = excluded.turn, busy_until = excluded.busy_until
                        where host_turn.busy_until <= clock_timestamp()
                           or host_turn.busy_until > clock_timestamp() + :forgotten * interval '1 millisecond'
                        returning turn
                        """)
                .param("hosts", first.keySet().toArray(String[]::new))
                .param("turns", first.values().toArray(String[]::new))
                .param("longest", longest.toMillis())
                .param("forgotten", FORGOTTEN_AFTER.toMillis())
                .query(String.class)
                .list());
        return wanted.stream().map(one -> taken.contains(one.turn)).toList();
    }

    /** A pause has a known end, a request of another crawler may be over sooner. */
    private Duration untilNextLook(String host) {
        return database.sql("""
                        select turn is null as pausing, rest.until,
                               ceil(extract(epoch from busy_until - clock_timestamp()) * 1000)::bigint as millis
                        from (values (:host)) as asked (host)
                        left join host_turn using (host)
                        left join host_rest as rest on rest.host = asked.host and rest.until > clock_timestamp()
                        """)
                .param("host", host)
                .query((row, _) -> {
                    var rest = row.getTimestamp("until");
                    if (rest != null) {
                        throw new HostRestsException(host, rest.toInstant());
                    }
                    var left = Math.max(1, row.getLong("millis"));
                    var pauses = row.getBoolean("pausing") && left <= FORGOTTEN_AFTER.toMillis();
                    return Duration.ofMillis(pauses ? left : Math.min(left, LOOK_AGAIN.toMillis()));
                })
                .single();
    }

    /** On disk before the turn is given back: whoever takes the next one finds it, also after a crash. */
    private void rest(String host, Duration asked) {
        try {
            database.sql("""
                    insert into host_rest (host, until)
                    values (:host, clock_timestamp() + :asked * interval '1 millisecond')
                    on conflict (host) do update set until = greatest(host_rest.until, excluded.until)
                    """)
                    .param("host", host)
                    .param("asked", asked.toMillis())
                    .update();
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("host", host)
                    .addKeyValue("reason", e.toString())
                    .log("A pause that a host asked for is not noted");
        }
    }

    private void giveBack(Returning given) {
        try {
            returns.ask(given);
        } catch (DataAccessException e) {
            // The answer is worth more than the turn, which ends by itself.
            log.atWarn()
                    .addKeyValue("host", given.host)
                    .addKeyValue("reason", e.toString())
                    .log("A host stays taken for a while");
        }
    }

    /** In the order of the hosts, as turns are taken, so that no crawler waits for one that waits for it. */
    private List<Boolean> giveBackAll(List<Returning> given) {
        database.sql("""
                update host_turn set turn = null, busy_until = clock_timestamp() + back.pause * interval '1 millisecond'
                from (select host_turn.host, given.pause
                      from unnest(:hosts, :turns, :pauses) as given (host, turn, pause)
                      join host_turn on host_turn.host = given.host and host_turn.turn = given.turn
                      order by host_turn.host for update of host_turn) as back
                where host_turn.host = back.host
                """)
                .param("hosts", given.stream().map(Returning::host).toArray(String[]::new))
                .param("turns", given.stream().map(Returning::turn).toArray(String[]::new))
                .param("pauses", given.stream().map(one -> one.pause.toMillis()).toArray(Long[]::new))
                .update();
        return Collections.nCopies(given.size(), true);
    }

    /** A turn that somebody wants. */
    private record Taking(String host, String turn) {}

    /** A turn that is over. */
    private record Returning(String host, String turn, Duration pause) {}
}
