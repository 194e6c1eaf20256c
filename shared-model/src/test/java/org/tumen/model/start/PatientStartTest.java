package org.tumen.model.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientStartTest {

    private Duration now = Duration.ZERO;

    @Test
    void beginsAgainUntilTheDatabaseIsBack() throws Exception {
        Deque<RuntimeException> failures = new ArrayDeque<>(List.of(
                new IllegalStateException("bean", new SQLException("terminated by the administrator", "57P01")),
                new IllegalStateException("bean", new SQLTransientConnectionException("no connection in 5 s"))));

        patient().run(() -> {
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
        });

        assertThat(failures).isEmpty();
    }

    @Test
    void givesUpAfterTenMinutes() {
        assertThatThrownBy(() -> patient().run(() -> {
                    throw new IllegalStateException(new SQLException("connection refused", "08001"));
                }))
                .hasRootCauseMessage("connection refused");
        assertThat(now).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void doesNotWaitForWhatTimeDoesNotMend() {
        assertThatThrownBy(() -> patient().run(() -> {
                    throw new IllegalStateException(new SQLException("relation \"alert\" does not exist", "42P01"));
                }))
                .hasRootCauseMessage("relation \"alert\" does not exist");
        assertThat(now).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "08003, true",
        "53100, true",
        "57P01, true",
        "57P03, true",
        "57014, false",
        "28P01, false"
    })
    void knowsByItsStateWhetherTheDatabaseIsAway(String state, boolean away) {
        assertThat(DatabaseAway.in(new IllegalStateException(new SQLException("why", state))) != null)
                .isEqualTo(away);
    }

    @Test
    void knowsAConnectionThatBrokeInTheMiddleOfATransaction() {
        assertThat(DatabaseAway.in(
                        new IllegalStateException("rollback failed", new SQLException("Connection is closed"))))
                .isEqualTo("Connection is closed");
        assertThat(DatabaseAway.in(new SQLException("no such column"))).isNull();
    }

    private PatientStart patient() {
        return new PatientStart(() -> now.toNanos(), time -> now = now.plus(time));
    }
}
