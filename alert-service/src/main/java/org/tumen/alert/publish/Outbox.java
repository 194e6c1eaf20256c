package org.tumen.alert.publish;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tumen.model.alert.AlertId;

/** Alerts that systems downstream are still to be told of: written with the alert, emptied by the publisher. */
@Repository
public class Outbox {

    private final JdbcClient jdbc;
    private final OutboxBell bell;

    Outbox(JdbcClient jdbc, OutboxBell bell) {
        this.jdbc = jdbc;
        this.bell = bell;
    }

    /** Puts an alert in; part of the caller's transaction. */
    public void add(AlertId alert) {
        jdbc.sql("insert into outbox (alert_id) values (:alert)")
                .param("alert", alert.value())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
