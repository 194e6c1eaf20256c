package org.tumen.stack.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.Ending;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.process.Supervisor;
import org.tumen.stack.settings.DataDirectory;

/**
 * A service's place in the stack, that one instance after the other holds: the next one is ready before the one before is
 * asked to go, as in a rolling restart. Safe for use by many threads.
 */
final class Post implements AutoCloseable {

    private final List<Component> instances;
    private final DataDirectory data;
    private final RunFiles runFiles;
    private final Terminal terminal;
    private final int deaths;
    private volatile Component holder;
    private volatile Supervisor watch;
    private volatile @Nullable Supervisor watchOfNext;

    /**
     * Starts nothing yet.
     *
     * @param instances two, on ports of their own; what they need is there when they start
     * @param deaths how often each may die
     */
    Post(List<Component> instances, DataDirectory data, RunFiles runFiles, int deaths, Terminal terminal) {
        this.instances = instances.stream().<Component>map(Alone::new).toList();
        this.data = data;
        this.runFiles = runFiles;
        this.terminal = terminal;
        this.deaths = deaths;
        this.holder = this.instances.getFirst();
        this.watch = watching(holder);
    }

    void stopLeftovers() {
        watching(instances).stopLeftovers();
    }

    void start() {
        watch.start();
    }

    void awaitReady() {
        watch.awaitReady();
        requireAlive();
    }

    /** @throws StackException when it was given up */
    void requireAlive() {
        if (watch.isEnding()) {
            throw new StackException("not everything could be kept alive: " + watch.awaitEnding());
        }
    }

    /** Whose pid and log are those of the post. */
    String holder() {
        return holder.name();
    }

    /**
     * Returns when the next one holds it and the one before is gone.
     *
     * @throws StackException when the next one cannot be kept alive
     */
    synchronized void roll() {
        var next = instances.get(1 - instances.indexOf(holder));
        var coming = watching(next);
        watchOfNext = coming;
        coming.start();
        coming.awaitReady();
        if (coming.isEnding()) {
            coming.stop();
            throw new StackException(next.name() + " did not take over: " + coming.awaitEnding());
        }
        var before = watch;
        watch = coming;
        holder = next;
        watchOfNext = null;
        before.stop();
    }

    /** Also in the middle of a change. */
    @Override
    public void close() {
        var coming = watchOfNext;
        if (coming != null) {
            coming.end(new Ending.Asked());
            coming.stop();
        }
        watch.stop();
    }

    private Supervisor watching(Component one) {
        return watching(List.of(one));
    }

    private Supervisor watching(List<Component> some) {
        return new Supervisor(some, data, runFiles, terminal, deaths);
    }
}
