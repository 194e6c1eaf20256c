package org.tumen.alert.access.session;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses passwords, in all instances together. An attempt counts as failed before its password is looked
 * at, so that a hundred at once are a hundred; the one that succeeds is taken back.
 */
@Repository
class Throttle {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes an attempt, unless it comes too early; then nothing is counted.
     *
     * @return how long to wait; zero when it may go on
     */
    @Transactional
    public Duration attempt(String name, String address) {
        // As exact as the database: a wait that was rounded up would be one.
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("delete from login_failure where last_at < :time")
                .param("time", now.minus(Patience.FORGOTTEN_AFTER))
                .update();
        var waitForAddress = count(ofAddress(address), Patience.OF_AN_ADDRESS, now);
        var waitForName = waitForAddress.isPositive() ? Duration.ZERO : count(ofName(name), Patience.OF_A_NAME, now);
        return waitForAddress.isPositive() ? waitForAddress : waitForName;
    }

    /** The last attempt was right: the name's failures are forgotten, the address's one less. */
    @Transactional
    public void succeeded(String name, String address) {
        jdbc.sql("delete from login_failure where key = :key")
                .param("key", ofName(name))
                .update();
        jdbc.sql("""
                update login_failure set failures = greatest(failures - 1, 0), blocked_until = last_at
                where key = :key""").param("key", ofAddress(address)).update();
    }

    private Duration count(String key, Patience patience, OffsetDateTime now) {
        jdbc.sql("""
                insert into login_failure (key, failures, last_at, blocked_until) values (:key, 0, :now, :now)
                on conflict do nothing""").param("key", key).param("now", now).update();
        record Row(int failures, OffsetDateTime until) {}
        var row = jdbc.sql("select failures, blocked_until from login_failure where key = :key for update")
                .param("key", key)
                .query((found, _) ->
                        new Row(found.getInt("failures"), found.getObject("blocked_until", OffsetDateTime.class)))
                .single();
        if (row.until().isAfter(now)) {
            return Duration.between(now, row.until());
        }
        jdbc.sql(
                        "update login_failure set failures = :failures, last_at = :now, blocked_until = :until where key = :key")
                .param("failures", row.failures() + 1)
                .param("now", now)
                .param("until", now.plus(patience.after(row.failures() + 1)))
                .param("key", key)
                .update();
        return Duration.ZERO;
    }

    private static String ofName(String name) {
        return key("name " + name.strip().toLowerCase(Locale.ROOT));
    }

    private static String ofAddress(String address) {
        return key("address " + address);
    }

    private static String key(String key) {
        var clean = requireNonNullElse(key, "").replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
        return clean.length() <= LONGEST_KEY ? clean : clean.substring(0, LONGEST_KEY);
    }
}
