package org.tumen.bench.events;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tumen.bench.table.Table;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.event.EventCoder;
import org.tumen.classifier.language.Language;

/** Who acts and who is acted upon, with the model that ships: actors are not learned, so nothing is held back. */
final class Coding {

    /** Catalogue actors by the codes of the data. */
    private static final Map<String, String> SAME =
            Map.of("PRK", "DPRK", "KOR", "ROK", "CHN", "PRC", "JAP", "JPN", "SUN", "USSR");

    private Coding() {}

    static Table table(List<CodedSentence> gold, Path actors) {
        var coder = new EventCoder(Actors.load(actors));
        var coded = 0;
        var sources = 0;
        var targets = 0;
        for (var sentence : gold) {
            var events = coder.code(Language.ENGLISH, sentence.text(), "");
            if (events.isEmpty() || sentence.source() == null || sentence.target() == null) {
                continue;
            }
            coded++;
            var event = events.getFirst();
            sources += isSame(event.source().value(), sentence.source()) ? 1 : 0;
            targets += isSame(event.target().value(), sentence.target()) ? 1 : 0;
        }
        var table = new Table("Actors, with the model that ships", "what", "right", "of", "share");
        table.row("sentences with an event", coded, gold.size(), (double) coded / gold.size());
        table.row("source", sources, coded, (double) sources / Math.max(1, coded));
        table.row("target", targets, coded, (double) targets / Math.max(1, coded));
        return table;
    }

    private static boolean isSame(String actor, String code) {
        return SAME.getOrDefault(code, code).equals(actor);
    }
}
