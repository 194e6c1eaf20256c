package org.tumen.alert.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;
import org.tumen.alert.deadletter.DeadLetters;
import org.tumen.model.json.UnreadableEventException;

/**
 * What follows when a record cannot be settled. A database that is away is waited for, however long it takes; a record
 * that nobody can read is put aside at once; anything else is tried again a few times and then put aside.
 */
@Configuration(proxyBeanMethods = false)
class IntakeErrors {

    private static final BackOff UNTIL_IT_IS_BACK = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);
    private static final BackOff A_FEW_TIMES = new FixedBackOff(500, 2);

    /** SQLSTATE classes: connection lost, transaction rolled back, out of resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    @Bean
    DefaultErrorHandler intakeErrorHandler(DeadLetters deadLetters, MeterRegistry meters) {
        var counted = meters.counter("tumen.alert.dead.letters"); // From the start: the first one counts, too.
        var handler = new DefaultErrorHandler(
                (record, failure) -> {
                    deadLetters.accept(record, failure);
                    counted.increment();
                },
                A_FEW_TIMES);
        handler.addNotRetryableExceptions(UnreadableEventException.class);
        handler.setBackOffFunction((_, failure) -> willPass(failure) ? UNTIL_IT_IS_BACK : A_FEW_TIMES);
        return handler;
    }

    /** Whether the fault lies with the database's being away, not with the record. */
    static boolean willPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TransientDataAccessException _,
                        NonTransientDataAccessResourceException _,
                        RecoverableDataAccessException _,
                        TransactionException _ -> {
                    return true;
                }
                case SQLException sql
                when sql.getSQLState() != null
                        && PASSING.contains(sql.getSQLState().substring(0, 2)) -> {
                    return true;
                }
                default -> {
                    // The cause of the cause may tell.
                }
            }
        }
        return false;
    }
}
