package org.tumen.alert.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to the mail server: one that has taken a mail waits a moment for the next, so that many mails do not each
 * begin with a greeting. There are as many as mails that are sent at one time. Safe for use by many threads.
 */
final class MailConnections {

    private static final Logger log = LoggerFactory.getLogger(MailConnections.class);

    /** Far below the five minutes that a server waits for the next command (RFC 5321 section 4.5.3.2.7). */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** Servers bound the mails of one connection, and tell so only by refusing one; Exim at 1,000. */
    private static final int MOST_MAILS = 100;

    private static final Executor CLOSING =
            task -> Thread.ofVirtual().name("mail-connections").start(task);

    private final Session session;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closesSoon = new AtomicBoolean();

    MailConnections(Session session) {
        this.session = session;
    }

    /**
     * One that nobody else has.
     *
     * @param mails that it has taken
     * @param usedAt by {@link System#nanoTime}
     */
    record Connection(Transport transport, int mails, long usedAt) {

        Connection used() {
            return new Connection(transport, mails + 1, System.nanoTime());
        }

        private boolean isOld() {
            return System.nanoTime() - usedAt > KEPT.toNanos();
        }
    }

    /** One that the server answers on; it is given back after a mail that was taken, and closed after any other. */
    Connection take() throws MessagingException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (!kept.isOld() && kept.transport().isConnected()) { // Asks the server (NOOP).
                return kept;
            }
            close(kept);
        }
        return open();
    }

    /** One that has taken no mail. */
    Connection open() throws MessagingException {
        var transport = session.getTransport();
        transport.connect();
        return new Connection(transport, 0, System.nanoTime());
    }

    /** After a mail that the server took. */
    void giveBack(Connection connection) {
        var used = connection.used();
        if (used.mails() >= MOST_MAILS) {
            close(used);
            return;
        }
        idle.addFirst(used);
        closeOldSoon();
    }

    void close(Connection connection) {
        try {
            connection.transport().close();
        } catch (MessagingException e) {
            log.atDebug().addKeyValue("reason", e.getMessage()).log("A connection to the mail server ends badly");
        }
    }

    private void closeOldSoon() {
        if (closesSoon.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(KEPT.toMillis(), TimeUnit.MILLISECONDS, CLOSING)
                    .execute(this::closeOld);
        }
    }

    private void closeOld() {
        closesSoon.set(false);
        for (var last = idle.peekLast(); last != null && last.isOld(); last = idle.peekLast()) {
            if (idle.removeLastOccurrence(last)) {
                close(last);
            }
        }
        if (!idle.isEmpty()) {
            closeOldSoon();
        }
    }
}
