package org.tumen.alert.expectation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tumen.alert.calendar.Occasions;
import org.tumen.model.assessment.Dyad;
import org.tumen.seeds.SeedFile;

/** Reads {@code expectations.yaml}, and refuses what can never be seen. */
final class ExpectationCheck {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final SeedFile<ExpectationFile> file;

    private ExpectationCheck(SeedFile<ExpectationFile> file) {
        this.file = file;
    }

    /**
     * With the days of the calendar.
     *
     * @throws org.tumen.seeds.InvalidSeedException naming the place of a fault
     */
    static List<Expectation> load(Path path, Occasions occasions) {
        var file = check(path);
        var all = new ArrayList<Expectation>();
        for (var i = 0; i < file.content().expectations().size(); i++) {
            var entry = file.content().expectations().get(i);
            var at = "expectations[" + i + "].occasion";
            var occasion = occasions
                    .find(entry.occasion())
                    .orElseThrow(
                            () -> file.fault(at, entry.occasion() + " (expected: the id of a day of calendar.yaml)"));
            all.add(new Expectation(
                    entry.id(),
                    occasion,
                    entry.what().strip(),
                    entry.signals(),
                    new Dyad(entry.giver(), entry.receiver()),
                    entry.zone(),
                    entry.within(),
                    entry.feeds(),
                    entry.leastAlive(),
                    entry.source().strip()));
        }
        return all;
    }

    /** All that can be known without the calendar. */
    static SeedFile<ExpectationFile> check(Path path) {
        var file = SeedFile.read(path, ExpectationFile.class);
        new ExpectationCheck(file).check();
        return file;
    }

    private void check() {
        var ids = new HashSet<String>();
        for (var i = 0; i < file.content().expectations().size(); i++) {
            var entry = file.content().expectations().get(i);
            var at = "expectations[" + i + "]";
            if (!entry.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw file.fault(at + ".id", entry.id() + " (expected: lower-case letters, digits and hyphens)");
            }
            if (!ids.add(entry.id())) {
                throw file.fault(at + ".id", entry.id() + " is there twice (expected: one expectation of each id)");
            }
            check(at, entry);
        }
    }

    private void check(String at, ExpectationFile.Entry entry) {
        if (entry.signals().isEmpty()) {
            throw file.fault(at + ".signals", "none (expected: what would be found)");
        }
        if (entry.giver().equals(entry.receiver())) {
            throw file.fault(at + ".receiver", entry.receiver() + " twice (expected: two actors)");
        }
        if (entry.within().compareTo(SHORTEST) < 0 || entry.within().compareTo(LONGEST) > 0) {
            throw file.fault(at + ".within", entry.within().toHours() + "h (expected: 1h to 30d)");
        }
        if (entry.leastAlive() < 1 || entry.leastAlive() > entry.feeds().size()) {
            throw file.fault(
                    at + ".leastAlive",
                    entry.leastAlive() + " of " + entry.feeds().size() + " feeds (expected: 1 or more of them)");
        }
    }
}
