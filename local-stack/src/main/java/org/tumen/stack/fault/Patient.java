package org.tumen.stack.fault;

import java.time.Duration;
import java.util.List;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.Launched;

/** A component that may take longer to become ready: what it needs is taken from it all the time. */
record Patient(Component component) implements Component {

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public String whereabouts() {
        return component.whereabouts();
    }

    @Override
    public List<String> needs() {
        return component.needs();
    }

    @Override
    public Launched start() {
        return component.start();
    }

    @Override
    public boolean ready() {
        return component.ready();
    }

    @Override
    public void stop(ProcessHandle process) {
        component.stop(process);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(10);
    }
}
