package org.tumen.crawler.fetch;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns that all crawlers share, one row of the database for each host. A partition of the fetches belongs to one
 * crawler, but a redirect leads to hosts of other partitions, and while partitions move the former owner may still be
 * asking: the row closes both gaps. So is the pause that a host asked for, which holds for all of them. The turn of a crawler that died ends by itself, later than any request of it. All
 * times are the database's, so clocks need not agree.
 */
final class SharedTurns implements HostTurns {

    private static final Logger log = LoggerFactory.getLogger(SharedTurns.class);

    /** How often a turn is asked for that another one has and may give back at any time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final JdbcClient database;
    private final Duration longest;

    /** @param longest that a request may take, with something to spare */
    SharedTurns(JdbcClient database, Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    @Override
    public Turn take(String host, Duration pause) {
        var turn = UUID.randomUUID().toString();
        while (!isTaken(host, turn)) {
            HostTurns.sleep(untilNextLook(host));
        }
        return new Turn() {
            @Override
            public void rest(Duration asked) {
                SharedTurns.this.rest(host, asked);
            }

            @Override
            public void close() {
                giveBack(host, turn, pause);
            }
        };
    }

    private boolean isTaken(String host, String turn) {
        return database.sql("""
                        insert into host_turn (host, turn, busy_until)
                        select :host, :turn, clock_timestamp() + :longest * interval '1 millisecond'
                        where not exists (select from host_rest where host = :host and until > clock_timestamp())
                        on conflict (host) do update set turn = excluded.turn, busy_until = excluded.busy_until
                        where host_turn.busy_until <= clock_timestamp()
                        """)
                        .param("host", host)
                        .param("turn", turn)
                        .param("longest", longest.toMillis())
                        .update()
                == 1;
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
                    return Duration.ofMillis(row.getBoolean("pausing") ? left : Math.min(left, LOOK_AGAIN.toMillis()));
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

    /** Also when the service stops: the database's driver refuses to work for an interrupted thread. */
    private void giveBack(String host, String turn, Duration pause) {
        var interrupted = Thread.interrupted();
        try {
            database.sql("""
                    update host_turn set turn = null, busy_until = clock_timestamp() + :pause * interval '1 millisecond'
                    where host = :host and turn = :turn
                    """)
                    .param("host", host)
                    .param("turn", turn)
                    .param("pause", pause.toMillis())
                    .update();
        } catch (DataAccessException e) {
            // The answer is worth more than the turn, which ends by itself.
            log.atWarn()
                    .addKeyValue("host", host)
                    .addKeyValue("reason", e.toString())
                    .log("A host stays taken for a while");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
