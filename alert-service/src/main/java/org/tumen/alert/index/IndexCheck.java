package org.tumen.alert.index;

import java.nio.file.Path;
import java.util.Locale;
import org.tumen.seeds.SeedFile;

/** Reads {@code index.yaml}, and refuses numbers that cannot be. */
final class IndexCheck {

    private static final long LONGEST_HALF_LIFE_DAYS = 730;

    private final SeedFile<IndexFile> file;

    private IndexCheck(SeedFile<IndexFile> file) {
        this.file = file;
    }

    /** @throws org.tumen.seeds.InvalidSeedException naming the place of a fault */
    static IndexFile load(Path path) {
        return new IndexCheck(SeedFile.read(path, IndexFile.class)).checked();
    }

    private IndexFile checked() {
        var content = file.content();
        check("episodic", content.episodic());
        check("structural", content.structural());
        if (!(content.fullShare() > 0 && content.fullShare() <= 1)) {
            throw file.fault("fullShare", content.fullShare() + " (expected: more than 0, at most 1)");
        }
        if (content.leastOutlets() < 1) {
            throw file.fault("leastOutlets", content.leastOutlets() + " (expected: 1 or more)");
        }
        part("weights.material", content.weights().material());
        part("weights.act", content.weights().act());
        part("weights.words", content.weights().words());
        part("wordsAlone", content.wordsAlone());
        if (content.followUp().toDays() < 1) {
            throw file.fault("followUp", content.followUp() + " (expected: 1d or longer)");
        }
        content.statuses()
                .forEach((status, weight) -> part("statuses." + status.name().toLowerCase(Locale.ROOT), weight));
        return content;
    }

    private void check(String name, IndexFile.Series series) {
        var days = series.halfLife().toDays();
        if (days < 1 || days > LONGEST_HALF_LIFE_DAYS) {
            throw file.fault(name + ".halfLife", days + "d (expected: 1d to " + LONGEST_HALF_LIFE_DAYS + "d)");
        }
        if (!(series.bound() > 0 && series.bound() < 1)) {
            throw file.fault(name + ".bound", series.bound() + " (expected: more than 0, less than 1)");
        }
    }

    private void part(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw file.fault(field, value + " (expected: 0 to 1)");
        }
    }
}
