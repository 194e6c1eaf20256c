package org.tumen.alert.publish;

/** What waits in the database until the broker has it. */
interface Outgoing {

    /** So many are sent in one transaction. */
    int BATCH = 100;

    /**
     * Publishes the next of it, in a transaction of its own.
     *
     * @return how many were taken; fewer than {@link #BATCH} when no more waits
     * @throws RuntimeException when the broker or the database is away: all of it waits on
     */
    int publish();
}
