package org.tumen.stack.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.service.Services;

/** Recordings (JFR) of the three services, and what they show. */
final class Recordings {

    private static final List<String> RECORDED = List.of(Services.CRAWLER, Services.CLASSIFIER, Services.ALERT);
    private static final List<String> VIEWS = List.of("hot-methods", "allocation-by-site");

    private final Stand stand;
    private final Terminal terminal;

    Recordings(Stand stand, Terminal terminal) {
        this.stand = stand;
        this.terminal = terminal;
    }

    /** Leaves a file for each beside its log. */
    void record(double rate, Duration time) {
        stand.press().pace(rate);
        RECORDED.forEach(name -> Jdk.beginRecording(stand.processes().process(name)));
        stand.watch(time);
        RECORDED.forEach(name -> Jdk.endRecording(stand.processes().process(name), file(name)));
        stand.press().pace(0);
    }

    /** Takes a while of the processor. */
    void tell() {
        for (var name : RECORDED) {
            var file = file(name);
            terminal.title(name + " " + terminal.dim(file.toString()));
            VIEWS.forEach(view -> terminal.line(Jdk.view(view, file)));
        }
    }

    private Path file(String name) {
        return stand.settings().data().logs().resolve(name + ".jfr");
    }
}
