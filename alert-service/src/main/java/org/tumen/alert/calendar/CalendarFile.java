package org.tumen.alert.calendar;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.SignalId;

/** {@code calendar.yaml}: what is usual on which day. */
record CalendarFile(int version, List<Day> days) {

    /**
     * One day of the year.
     *
     * @param month 1 to 12
     * @param day of the month
     * @param since the year that it goes back to; null when it always was
     * @param actors whose day it is; one alone is greeted by the others
     * @param usual signals that are no news on it; empty when it is only remembered
     */
    record Day(
            String id,
            String name,
            int month,
            int day,
            @Nullable Integer since,
            Set<ActorId> actors,
            Set<SignalId> usual) {}
}
