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
 * asking: the row closes both gaps. The turn of a crawler that died ends by itself, later than any request of it. All
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
        return () -> giveBack(host, turn, pause);
    }

    private boolean isTaken(String host, String turn) {
        return database.sql("""
                        insert into host_turn (host, turn, busy_until)
                        values (:host, :turn, clock_timestamp() + :longest * interval '1 millisecond')
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
                        select turn is null as pausing,
                               ceil(extract(epoch from busy_until - clock_timestamp()) * 1000)::bigint as millis
                        from host_turn where host = :host
                        """)
                .param("host", host)
                .query((row, _) -> {
                    var left = Math.max(1, row.getLong("millis"));
                    return Duration.ofMillis(row.getBoolean("pausing") ? left : Math.min(left, LOOK_AGAIN.toMillis()));
                })
                .optional()
                .orElse(Duration.ZERO);
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
