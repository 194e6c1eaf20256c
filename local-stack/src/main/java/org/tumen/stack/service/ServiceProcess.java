package org.tumen.stack.service;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.process.Launched;

/** One of the services, from its jar. */
record ServiceProcess(
        String name,
        String whereabouts,
        List<String> needs,
        Supplier<JavaProcess> process,
        Readiness readiness,
        Duration patience)
        implements Component {

    ServiceProcess(
            String name, String whereabouts, List<String> needs, Supplier<JavaProcess> process, Readiness readiness) {
        this(name, whereabouts, needs, process, readiness, PATIENCE);
    }

    @Override
    public Launched start() {
        return Launched.child(process.get().start());
    }

    @Override
    public boolean ready() {
        return readiness.ask();
    }
}
