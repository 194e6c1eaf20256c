package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.Phrase;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;

/**
 * A frame with the signal that it tells, and the features of the learned model that speak of it: made once, asked for in each sentence.
 *
 * @param features the same in every version of the catalogue, wherever the frame stands there
 */
record FrameOfSignal(Signal signal, Signal.Frame frame, Features features) {

    static List<FrameOfSignal> in(Catalogue catalogue) {
        var frames = new ArrayList<FrameOfSignal>();
        for (var signal : catalogue.signals()) {
            for (var frame : signal.frames()) {
                frames.add(new FrameOfSignal(signal, frame, Features.of(signal, frame)));
            }
        }
        return List.copyOf(frames);
    }

    /**
     * Names of features.
     *
     * @param both a trigger and a companion of it stand in one sentence
     * @param told the same of any frame of the signal
     * @param triggerPhrase the name of {@code trigger}, to stand in names of others
     * @param reversedPhrase the same of {@code reversed}
     */
    record Features(
            FeatureName trigger,
            FeatureName reversed,
            FeatureName with,
            FeatureName and,
            FeatureName veto,
            FeatureName both,
            FeatureName told,
            Phrase triggerPhrase,
            Phrase reversedPhrase) {

        private static Features of(Signal signal, Signal.Frame frame) {
            var name = signal.id() + "/" + frame.id();
            return new Features(
                    FeatureName.of("@trigger " + name),
                    FeatureName.of("@trigger " + name + " reversed"),
                    FeatureName.of("@with " + name),
                    FeatureName.of("@and " + name),
                    FeatureName.of("@veto " + signal.id()),
                    FeatureName.of("@both " + name),
                    FeatureName.of("@told " + signal.id()),
                    Phrase.of("@trigger " + name),
                    Phrase.of("@trigger " + name + " reversed"));
        }
    }
}
