package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;

/**
 * A frame with the signal that it tells.
 *
 * @param name the same in every version of the catalogue, wherever it stands there
 */
record FrameOfSignal(Signal signal, Signal.Frame frame, String name) {

    static List<FrameOfSignal> in(Catalogue catalogue) {
        var frames = new ArrayList<FrameOfSignal>();
        for (var signal : catalogue.signals()) {
            for (var frame : signal.frames()) {
                frames.add(new FrameOfSignal(signal, frame, signal.id() + "/" + frame.id()));
            }
        }
        return List.copyOf(frames);
    }
}
