package org.tumen.alert.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;

/**
 * A day of the year on which some things are usual.
 *
 * @param name in words
 * @param since the first year that has it
 * @param actors whose day it is
 * @param usual what is no news on it
 */
public record Occasion(String id, String name, MonthDay day, int since, Set<ActorId> actors, Set<SignalId> usual) {

    public Occasion {
        actors = Set.copyOf(actors);
        usual = Set.copyOf(usual);
    }

    /** The day in a year; 29 February is the 28th in most. */
    public LocalDate in(int year) {
        return day.atYear(year);
    }

    /** The day of a single actor is one for all who deal with it; that of several is theirs alone. */
    boolean concerns(Dyad dyad) {
        var giver = actors.contains(dyad.giver());
        var receiver = actors.contains(dyad.receiver());
        return actors.size() == 1 ? giver || receiver : giver && receiver;
    }
}
