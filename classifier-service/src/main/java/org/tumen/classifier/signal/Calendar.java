package org.tumen.classifier.signal;

import java.nio.file.Path;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.SignalId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * The anniversaries on which greetings and ceremonies are usual: what comes on such a day is measured against the same
 * day of other years.
 *
 * @param version of the file's form
 * @param days in any order
 */
public record Calendar(int version, List<Day> days) {

    /**
     * An anniversary.
     *
     * @param month 1 to 12
     * @param day of the month
     * @param since the year that it goes back to; null when it goes back to none
     * @param actors who keep it
     * @param usual signals that are expected on it
     */
    public record Day(
            String id,
            String name,
            int month,
            int day,
            @Nullable Integer since,
            List<ActorId> actors,
            List<SignalId> usual) {

        public Day {
            actors = List.copyOf(actors);
            usual = List.copyOf(usual);
            if (actors.isEmpty()) {
                throw new IllegalArgumentException("actors: none (expected: at least one)");
            }
            if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
                throw new IllegalArgumentException(
                        "month, day: " + month + ", " + day + " (expected: a day of the year)");
            }
        }
    }

    public Calendar {
        days = List.copyOf(days);
    }

    /**
     * Reads the file, and checks it against the catalogue.
     *
     * @throws InvalidSeedException with file, line, field and what is allowed
     */
    public static Calendar load(Path path, Catalogue catalogue) {
        var file = SeedFile.read(path, Calendar.class);
        var seen = new HashSet<String>();
        var signals = catalogue.signals().stream().map(Signal::id).collect(Collectors.toSet());
        for (var i = 0; i < file.content().days().size(); i++) {
            var day = file.content().days().get(i);
            if (!seen.add(day.id())) {
                throw file.fault("days[" + i + "].id", day.id() + " again (expected: each day once)");
            }
            for (var j = 0; j < day.actors().size(); j++) {
                Actors.checkKnown(
                        file,
                        "days[" + i + "].actors[" + j + "]",
                        day.actors().get(j),
                        catalogue.actors().byId());
            }
            for (var j = 0; j < day.usual().size(); j++) {
                if (!signals.contains(day.usual().get(j))) {
                    throw file.fault(
                            "days[" + i + "].usual[" + j + "]",
                            day.usual().get(j) + " (expected: a signal of the catalogue)");
                }
            }
        }
        return file.content();
    }
}
