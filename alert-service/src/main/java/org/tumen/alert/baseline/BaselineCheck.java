package org.tumen.alert.baseline;

import java.nio.file.Path;
import java.time.Duration;
import org.tumen.seeds.SeedFile;

/** Reads {@code baseline.yaml}, and refuses limits that cannot be. */
final class BaselineCheck {

    private static final Duration SHORTEST = Duration.ofDays(28);
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final SeedFile<BaselineFile> file;

    private BaselineCheck(SeedFile<BaselineFile> file) {
        this.file = file;
    }

    /** @throws org.tumen.seeds.InvalidSeedException naming the place of a fault */
    static BaselineFile load(Path path) {
        return new BaselineCheck(SeedFile.read(path, BaselineFile.class)).checked();
    }

    private BaselineFile checked() {
        var limits = file.content().surprise();
        if (limits.window().compareTo(SHORTEST) < 0 || limits.window().compareTo(LONGEST) > 0) {
            throw file.fault("surprise.window", limits.window().toDays() + "d (expected: 28d to 3660d)");
        }
        atLeastOne("surprise.leastDays", limits.leastDays());
        atLeastOne("surprise.leastOccasionDays", limits.leastOccasionDays());
        if (!(limits.rare() > 0 && limits.rare() < limits.unusual() && limits.unusual() < 1)) {
            throw file.fault(
                    "surprise.rare",
                    limits.rare() + " and unusual " + limits.unusual() + " (expected: 0 < rare < unusual < 1)");
        }
        var kinds = file.content().signals();
        for (var i = 0; i < kinds.words().size(); i++) {
            if (kinds.material().contains(kinds.words().get(i))) {
                throw file.fault(
                        "signals.words[" + i + "]",
                        kinds.words().get(i) + " is material too (expected: a signal in one list)");
            }
        }
        return file.content();
    }

    private void atLeastOne(String field, int number) {
        if (number < 1) {
            throw file.fault(field, number + " (expected: 1 or more)");
        }
    }
}
