package org.tumen.alert.index;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in a row, each with a place from 0.
 *
 * @param first with the place 0
 * @param last included
 */
record Period(LocalDate first, LocalDate last) {

    int days() {
        return placeOf(last) + 1;
    }

    int placeOf(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }

    LocalDate dayAt(int place) {
        return first.plusDays(place);
    }
}
