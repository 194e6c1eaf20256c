package org.tumen.stack.fault;

import java.time.Duration;
import java.util.List;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.Launched;

/** A component that whoever starts it knows to have what it needs. */
record Alone(Component component) implements Component {

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
        return List.of();
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
        return component.patience();
    }
}
