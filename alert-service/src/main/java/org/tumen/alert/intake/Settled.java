package org.tumen.alert.intake;

import org.tumen.alert.raise.Alert;

/** What comes of an assessment. */
sealed interface Settled {

    record Raised(Alert alert) implements Settled {}

    /**
     * Nobody is told.
     *
     * @param why unmatched: nobody wants it; known: nothing in it is new to those who do; repeated: it is settled already
     */
    record Silent(String why) implements Settled {}
}
