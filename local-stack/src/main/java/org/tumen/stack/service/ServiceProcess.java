package org.tumen.stack.service;

import java.util.List;
import java.util.function.Supplier;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.process.Launched;

/** One of the services, from its jar. */
record ServiceProcess(
        String name, String whereabouts, List<String> needs, Supplier<JavaProcess> process, Readiness readiness)
        implements Component {

    @Override
    public Launched start() {
        return Launched.child(process.get().start());
    }

    @Override
    public boolean ready() {
        return readiness.ask();
    }
}
