package org.tumen.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tumen.crawler.RealParts;

class SharedTurnsIT {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private static JdbcClient database;

    @BeforeAll
    static void migrate() {
        var source = new DriverManagerDataSource(RealParts.newDatabase("turns"), "postgres", "");
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
    }

    @Test
    void givesOneTurnAtATimeToTheCrawlersOfAHostWithAPauseBetween() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var begins = new CopyOnWriteArrayList<Long>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var crawler = 0; crawler < 2; crawler++) {
                var turns = new SharedTurns(database, Duration.ofSeconds(10));
                for (var i = 0; i < 6; i++) {
                    workers.execute(() -> {
                        try (var _ = turns.take("busy.example", PAUSE)) {
                            begins.add(System.nanoTime());
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            atOnce.decrementAndGet();
                        }
                    });
                }
            }
        }

        assertThat(begins).hasSize(12);
        assertThat(most).hasValue(1);
        for (var i = 1; i < begins.size(); i++) {
            assertThat(Duration.ofNanos(begins.get(i) - begins.get(i - 1))).isGreaterThanOrEqualTo(PAUSE);
        }
    }

    @Test
    void doesNotWaitForAnotherHost() {
        var turns = new SharedTurns(database, Duration.ofMinutes(1));
        try (var _ = turns.take("slow.example", Duration.ZERO);
                var other = turns.take("fast.example", Duration.ZERO)) {
            assertThat(other).isNotNull();
        }
    }

    @Test
    void leavesAHostAloneInAllCrawlersForAsLongAsItAsked() {
        var one = new SharedTurns(database, Duration.ofMinutes(1));
        try (var turn = one.take("tired.example", Duration.ZERO)) {
            turn.rest(Duration.ofHours(1));
            turn.rest(Duration.ofMinutes(1));
        }
        var restarted = new SharedTurns(database, Duration.ofMinutes(1));

        for (var turns : List.of(one, restarted)) {
            assertThatThrownBy(() -> turns.take("tired.example", Duration.ZERO))
                    .isInstanceOfSatisfying(
                            HostRestsException.class,
                            rest -> assertThat(rest.until())
                                    .isBetween(
                                            Instant.now().plus(Duration.ofMinutes(55)),
                                            Instant.now().plus(Duration.ofMinutes(65))));
        }
        assertThat(database.sql("select relpersistence from pg_class where relname = 'host_rest'")
                        .query(String.class)
                        .single())
                .as("survives a crash of the database, unlike an unlogged table")
                .isEqualTo("p");
    }

    @Test
    void asksAHostAgainThatHasRested() {
        var turns = new SharedTurns(database, Duration.ofMinutes(1));
        try (var turn = turns.take("rested.example", Duration.ZERO)) {
            turn.rest(Duration.ofHours(1));
        }
        assertThatThrownBy(() -> turns.take("rested.example", Duration.ZERO)).isInstanceOf(HostRestsException.class);

        database.sql("update host_rest set until = clock_timestamp() where host = 'rested.example'")
                .update();

        try (var turn = turns.take("rested.example", Duration.ZERO)) {
            assertThat(turn).isNotNull();
        }
    }

    @Test
    void doesNotBelieveATurnThatWasTakenWhileTheClockOfTheDatabaseWasWrong() {
        database.sql("""
                        insert into host_turn values ('wrong-taken', 'a turn', clock_timestamp() + interval '2 hours'),
                                                     ('wrong-pauses', null, clock_timestamp() + interval '2 hours')
                        """).update();
        var turns = new SharedTurns(database, Duration.ofMinutes(1));

        assertThat(List.of("wrong-taken", "wrong-pauses"))
                .allSatisfy(host -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                    try (var turn = turns.take(host, Duration.ZERO)) {
                        assertThat(turn).isNotNull();
                    }
                }));
    }

    @Test
    void forgetsHostsThatHaveRestedAndThoseThatNobodyIsAt() {
        database.sql("""
                        insert into host_rest values ('forget-rested', clock_timestamp() - interval '1 second'),
                                                     ('forget-rests', clock_timestamp() + interval '1 minute')
                        """).update();
        database.sql("""
                        insert into host_turn values ('forget-left', null, clock_timestamp() - interval '61 minutes'),
                                                     ('forget-pauses', null, clock_timestamp() - interval '1 minute'),
                                                     ('forget-taken', 'a turn', clock_timestamp() + interval '1 minute')
                        """).update();

        assertThat(SharedTurns.forget(database)).isGreaterThanOrEqualTo(2);

        assertThat(database.sql("""
                                select host from host_rest where host like 'forget-%'
                                union select host from host_turn where host like 'forget-%' order by host
                                """).query(String.class).list())
                .containsExactly("forget-pauses", "forget-rests", "forget-taken");
    }

    @Test
    void endsTheTurnOfACrawlerThatDied() {
        var longest = Duration.ofMillis(300);
        var begin = System.nanoTime();
        var dead = new SharedTurns(database, longest).take("dead.example", Duration.ZERO);

        try (var _ = new SharedTurns(database, longest).take("dead.example", Duration.ofMinutes(1))) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(longest);
            dead.close(); // What a crawler gives back that was only slow is no longer its own.
            assertThat(database.sql("select turn is not null from host_turn where host = 'dead.example'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }
}
