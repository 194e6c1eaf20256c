package org.tumen.bench.speed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.SignalId;

/** A catalogue blown up with copies of its signals, whose words are as many and as long but occur in no text. */
final class ManySignals {

    private ManySignals() {}

    static Catalogue of(Catalogue catalogue, int number) {
        var signals = new ArrayList<>(catalogue.signals());
        for (var i = 0; signals.size() < number; i++) {
            var model = catalogue.signals().get(i % catalogue.signals().size());
            signals.add(copy(model, i));
        }
        return new Catalogue(catalogue.version(), catalogue.actors(), signals, catalogue.cues(), catalogue.scoring());
    }

    private static Signal copy(Signal signal, int number) {
        var frames = signal.frames().stream()
                .map(frame -> new Signal.Frame(
                        frame.id(),
                        renamed(frame.trigger(), number),
                        frame.with() == null ? null : renamed(frame.with(), number),
                        frame.within(),
                        frame.giver(),
                        frame.receiver(),
                        frame.roles(),
                        frame.polarity(),
                        frame.weight(),
                        null))
                .toList();
        return new Signal(
                new SignalId(signal.id() + "-" + number),
                signal.definition(),
                signal.tier(),
                signal.polarity(),
                signal.weight(),
                signal.plover(),
                signal.sources(),
                signal.leftOut() == null ? Map.of() : signal.leftOut(),
                frames,
                null,
                signal.examples());
    }

    private static Terms renamed(Terms terms, int number) {
        var renamed = new EnumMap<Language, List<String>>(Language.class);
        for (var language : terms.languages()) {
            renamed.put(
                    language,
                    terms.in(language).stream()
                            .map(term -> term.replace("*", "") + "zq" + number)
                            .toList());
        }
        return new Terms(renamed);
    }
}
