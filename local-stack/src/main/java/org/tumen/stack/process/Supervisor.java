package org.tumen.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.DataDirectory;

/**
 * Starts the components, each as soon as what it needs has been ready, starts those again that die, and stops all in the
 * opposite order. One virtual thread looks after each component.
 */
public final class Supervisor {

    /** What keeps one that ran before from starting again (a full disk, what the dead one left behind) may pass. */
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(2);

    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final List<Component> components;
    private final DataDirectory data;
    private final RunFiles runFiles;
    private final Terminal terminal;
    private final int deaths;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private volatile boolean stopping;

    /**
     * Starts nothing yet.
     *
     * @param components in the order in which they start; they stop in the opposite one
     */
    public Supervisor(List<Component> components, DataDirectory data, RunFiles runFiles, Terminal terminal) {
        this(components, data, runFiles, terminal, RestartBudget.LIMIT);
    }

    /**
     * The same for a trial in which processes are made to die.
     *
     * @param deaths how many of a process are too many, in ten minutes
     */
    public Supervisor(
            List<Component> components, DataDirectory data, RunFiles runFiles, Terminal terminal, int deaths) {
        this.deaths = deaths;
        this.components = List.copyOf(components);
        this.data = data;
        this.runFiles = runFiles;
        this.terminal = terminal;
        components.forEach(component -> watched.put(component.name(), new Watched(component)));
    }

    /** Stops what a supervisor left running that was killed itself. */
    public void stopLeftovers() {
        for (var component : components.reversed()) {
            runFiles.alive(component.name()).ifPresent(process -> {
                terminal.warn(
                        component.name(), "left over", "pid " + process.pid() + " of an earlier run: stopping it");
                end(component, process);
            });
            runFiles.remove(component.name());
        }
    }

    public void start() {
        for (var one : watched.values()) {
            Thread.ofVirtual().name("watch-" + one.component.name()).start(() -> keepAlive(one));
        }
    }

    /** Waits until all have been ready once, or until the stack is to stop. */
    public void awaitReady() {
        var all = CompletableFuture.allOf(
                watched.values().stream().map(one -> one.ready).toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(all, ending).join();
    }

    /** Waits until the stack is to stop. */
    public Ending awaitEnding() {
        return ending.join();
    }

    /** Whether the stack is to stop. */
    public boolean isEnding() {
        return ending.isDone();
    }

    /** Makes {@link #awaitEnding} return; only the first reason counts. */
    public void end(Ending reason) {
        ending.complete(reason);
    }

    /** Ends all processes in order; returns when the last is gone. */
    public void stop() {
        stopping = true;
        for (var component : components.reversed()) {
            var one = watched(component.name());
            synchronized (one) {
                var process = one.process;
                if (process != null && process.isAlive()) {
                    end(component, process);
                    terminal.line(terminal.dim("  " + Terminal.pad(component.name(), 12) + "stopped"));
                }
                runFiles.remove(component.name());
            }
        }
    }

    private void keepAlive(Watched one) {
        try {
            one.component.needs().forEach(name -> watched(name).ready.join());
            var budget = new RestartBudget(deaths);
            while (!stopping) {
                if (!runOnce(one)) {
                    return;
                }
                if (!budget.allowsRestartAfterDeathAt(Instant.now())) {
                    end(new Ending.Broken(
                            one.component.name() + " died more than " + deaths + " times in "
                                    + RestartBudget.WINDOW.toMinutes() + " minutes; its log: "
                                    + data.log(one.component.name()),
                            1));
                    return;
                }
            }
        } catch (StackException e) {
            end(new Ending.Broken(String.valueOf(e.getMessage()), e.exitCode()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            end(new Ending.Broken(one.component.name() + ": " + e, 1));
        }
    }

    /** From start to death. Whether it should be started again. */
    private boolean runOnce(Watched one) throws InterruptedException {
        var component = one.component;
        var start = Instant.now();
        var launched = launch(one);
        if (launched == null) {
            return !stopping;
        }
        var wasReady = awaitReadiness(component, launched, start);
        if (wasReady && !stopping) {
            terminal.good(
                    component.name(),
                    (one.ready.isDone() ? "again" : "ready") + " in "
                            + Terminal.seconds(Duration.between(start, Instant.now())),
                    component.whereabouts());
            one.ready.complete(null);
        }
        launched.handle().onExit().join();
        if (stopping) {
            return false;
        }
        var exitCode = launched.exitCode();
        var settled = Deaths.settled(component, exitCode, one.ready.isDone(), data.log(component.name()));
        settled.ifPresentOrElse(
                ending -> {
                    if (ending.exitCode() != StackException.CONFIGURATION) {
                        tellTail(component);
                    }
                    end(ending);
                },
                () -> terminal.warn(
                        component.name(),
                        "died",
                        Deaths.inWords(exitCode) + ", pid " + launched.handle().pid() + "; starting it again"));
        return settled.isEmpty();
    }

    /** Null when the stack is to stop, or when one that ran before does not start now. */
    private @Nullable Launched launch(Watched one) throws InterruptedException {
        var component = one.component;
        synchronized (one) {
            if (stopping) {
                return null;
            }
            try {
                var launched = component.start();
                one.process = launched.handle();
                runFiles.write(component.name(), launched.handle());
                return launched;
            } catch (StackException e) {
                if (!one.ready.isDone()) {
                    throw e; // It never ran here: nothing says that it could.
                }
                terminal.warn(component.name(), "does not start", e.getMessage() + "; trying again");
            }
        }
        Thread.sleep(BETWEEN_STARTS);
        return null;
    }

    private boolean awaitReadiness(Component component, Launched launched, Instant start) throws InterruptedException {
        var watch = new StartWatch();
        while (launched.handle().isAlive() && !stopping) {
            if (component.ready()) {
                return true;
            }
            var waited = Duration.between(start, Instant.now());
            if (waited.compareTo(component.patience()) > 0) {
                tellTail(component);
                end(new Ending.Broken(
                        component.name() + " was not ready after " + Terminal.seconds(component.patience())
                                + "; its log: " + data.log(component.name()),
                        1));
                return false;
            }
            if (watch.isLineDue(waited)) {
                tellWaiting(component, launched, waited);
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        return false;
    }

    /** Whether it works or waits itself shows in the processor time and in its log. */
    private void tellWaiting(Component component, Launched launched, Duration waited) {
        var used =
                launched.handle().info().totalCpuDuration().map(time -> Terminal.seconds(time) + " of processor time");
        terminal.warn(
                component.name(),
                "not ready yet",
                "after " + waited.toSeconds() + " s of at most "
                        + component.patience().toSeconds() + ", alive, "
                        + used.orElse("pid " + launched.handle().pid()) + "; log: " + data.log(component.name()));
        LogTail.of(data.log(component.name())).stream()
                .reduce((_, last) -> last)
                .ifPresent(line -> terminal.line(terminal.dim("    " + line)));
    }

    private void tellTail(Component component) {
        LogTail.of(data.log(component.name())).forEach(line -> terminal.line(terminal.dim("    " + line)));
    }

    /** Asks first, and ends it by force when it takes too long. One that cannot be asked does not keep the others. */
    private void end(Component component, ProcessHandle process) {
        try {
            component.stop(process);
        } catch (StackException e) {
            terminal.warn(component.name(), "does not listen", e.getMessage() + "; ending it");
            process.destroy();
        }
        try {
            process.onExit().get(Duration.ofSeconds(25).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Watched watched(String name) {
        var one = watched.get(name);
        if (one == null) {
            throw new IllegalArgumentException("component: " + name + " (expected: one of " + watched.keySet() + ")");
        }
        return one;
    }

    private static final class Watched {
        private final Component component;
        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private volatile @Nullable ProcessHandle process;

        Watched(Component component) {
            this.component = component;
        }
    }
}
