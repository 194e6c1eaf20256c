package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;

/** A frame with the signal that it tells. */
record FrameOfSignal(Signal signal, Signal.Frame frame) {

    static List<FrameOfSignal> in(Catalogue catalogue) {
        var frames = new ArrayList<FrameOfSignal>();
        for (var signal : catalogue.signals()) {
            for (var frame : signal.frames()) {
                frames.add(new FrameOfSignal(signal, frame));
            }
        }
        return List.copyOf(frames);
    }
}
