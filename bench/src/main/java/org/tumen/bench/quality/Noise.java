package org.tumen.bench.quality;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tumen.bench.labelled.NoiseSentence;
import org.tumen.bench.table.Table;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessor;
import org.tumen.model.feed.SourceKind;

/** Sentences in which nothing should be found: the last column of tab-separated files, but for a category. */
final class Noise {

    private static final String POLITICS = "politics";

    private final Assessor assessor;

    Noise(Assessor assessor) {
        this.assessor = assessor;
    }

    Table of(List<Path> files) {
        var table = new Table("False alarms on sentences that are no politics", "file", "sentences", "alarms", "share");
        var alarms = new ArrayList<String>();
        for (var file : files) {
            var sentences = 0;
            var before = alarms.size();
            for (var noise : NoiseSentence.read(file)) {
                if (noise.category().equals(POLITICS)) {
                    continue;
                }
                sentences++;
                var sentence = noise.text();
                var text = new AssessedText(sentence, "", "und", SourceKind.PRESS, null, Instant.now());
                assessor.assess(text).toPublish().stream()
                        .findFirst()
                        .ifPresent(finding -> alarms.add(finding.signal() + ": " + sentence));
            }
            var found = alarms.size() - before;
            table.row(file.getFileName(), sentences, found, Counts.ratio(found, Math.max(1, sentences)));
        }
        alarms.forEach(alarm -> table.row("  " + alarm));
        return table;
    }
}
