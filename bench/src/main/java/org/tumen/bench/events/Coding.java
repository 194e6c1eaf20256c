package org.tumen.bench.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.table.Table;
import org.tumen.classifier.event.EventCoder;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.CodedEvent;

/** Events of plain sentences as a user gets them: whether there is one, of which type, and between whom. */
final class Coding {

    /** Catalogue actors by the codes of the data. */
    private static final Map<String, String> SAME =
            Map.of("PRK", "DPRK", "KOR", "ROK", "CHN", "PRC", "JAP", "JPN", "SUN", "USSR");

    private int sentences;
    private int withEvent;
    private int types;
    private int quads;
    private int withActors;
    private int sources;
    private int targets;

    /** Codes a sentence with a coder that has not seen it. */
    void add(CodedSentence gold, EventCoder coder) {
        sentences++;
        var events = coder.code(Language.ENGLISH, gold.text(), "");
        if (events.isEmpty()) {
            return;
        }
        withEvent++;
        var event = events.getFirst();
        types += event.plover() == gold.type() ? 1 : 0;
        quads += event.plover().quad() == gold.type().quad() ? 1 : 0;
        addActors(event, gold.source(), gold.target());
    }

    private void addActors(CodedEvent event, @Nullable String source, @Nullable String target) {
        if (source != null && target != null) {
            withActors++;
            sources += isSame(event.source().value(), source) ? 1 : 0;
            targets += isSame(event.target().value(), target) ? 1 : 0;
        }
    }

    Table table() {
        var table = new Table("Plain sentences, as ./tumen assess reads them", "what", "right", "of", "share");
        row(table, "sentences with an event", withEvent, sentences);
        row(table, "type, of all sentences", types, sentences);
        row(table, "quad class, of all sentences", quads, sentences);
        row(table, "source's country", sources, withActors);
        row(table, "target's country", targets, withActors);
        return table;
    }

    private static void row(Table table, String what, int right, int of) {
        table.row(what, right, of, (double) right / Math.max(1, of));
    }

    private static boolean isSame(String actor, String code) {
        return SAME.getOrDefault(code, code).equals(actor);
    }
}
