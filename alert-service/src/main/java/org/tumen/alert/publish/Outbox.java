package org.tumen.alert.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tumen.model.alert.AlertId;

/** Alerts that systems downstream are still to be told of: written with the alert and by its statement, emptied by the publisher. */
@Repository
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final JdbcClient jdbc;
    private final OutboxBell bell;

    Outbox(JdbcClient jdbc, OutboxBell bell) {
        this.jdbc = jdbc;
        this.bell = bell;
    }

    /** An alert was put in: it is published when the caller's transaction has ended well. */
    public void publishAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring(OutboxPublisher.class);
            }
        });
    }

    /** Takes the oldest out, for the caller's transaction; several instances share them row by row. */
    List<AlertId> take(int most) {
        return jdbc.sql("""
                delete from outbox where position in (
                    select position from outbox where set_aside is null
                    order by position limit :most for update skip locked)
                returning alert_id""")
                .param("most", most)
                .query((row, _) -> new AlertId(row.getString("alert_id")))
                .list();
    }

    /** Keeps one that was taken and that nothing but an operator's repair can publish. */
    void setAside(AlertId alert, @Nullable String reason) {
        jdbc.sql("insert into outbox (alert_id, set_aside) values (:alert, :reason)")
                .param("alert", alert.value())
                .param("reason", String.valueOf(reason))
                .update();
        log.atError()
                .addKeyValue("alertId", alert.value())
                .addKeyValue("reason", reason)
                .log("An alert cannot be published and is set aside");
    }
}
