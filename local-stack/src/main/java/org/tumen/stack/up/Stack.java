package org.tumen.stack.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Ending;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.process.Supervisor;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import org.tumen.stack.status.ServiceReports;

/** The whole: broker and database first and side by side, then the services; all stopped in the opposite order. */
public final class Stack {

    /** Longer than the slowest stop of all components. */
    private static final long STOPPING_SECONDS = 150;

    private final StackSettings settings;
    private final Terminal terminal;
    private final Supervisor supervisor;
    private final Services services;
    private final FileChannel claim;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Made early: when somebody builds while this runs, its class cannot be loaded any more at the end. */
    private final Ending asked = new Ending.Asked();

    private Stack(
            StackSettings settings, Terminal terminal, Supervisor supervisor, Services services, FileChannel claim) {
        this.settings = settings;
        this.terminal = terminal;
        this.supervisor = supervisor;
        this.services = services;
        this.claim = claim;
    }

    /**
     * Claims the data directory and stops what an earlier run left behind.
     *
     * @throws StackException when it is claimed already, or something is missing
     */
    public static Stack on(StackSettings settings, Terminal terminal) {
        var runFiles = new RunFiles(settings.data().run());
        var claim = runFiles.claim();
        var database = new Database(settings.data(), settings.ports().database());
        var services = new Services(settings, database);
        var components = List.of(
                database,
                new Broker(settings.data(), settings.ports(), settings.home().stackJar()),
                services.crawler(),
                services.classifier(),
                services.alert());
        var supervisor = new Supervisor(components, settings.data(), runFiles, terminal);
        supervisor.stopLeftovers();
        return new Stack(settings, terminal, supervisor, services, claim);
    }

    /**
     * Starts everything and keeps it alive until it is to stop, then stops it.
     *
     * @param whenReady what to do once all are ready; may return at once
     * @return why it stopped
     */
    public Ending run(Runnable whenReady) {
        Ports.requireFree(settings.ports().ofTheStack());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopBecauseAsked, "stop"));
        try {
            supervisor.start();
            supervisor.awaitReady();
            if (!supervisor.isEnding()) {
                whenReady.run();
            }
            return supervisor.awaitEnding();
        } finally {
            stop();
        }
    }

    /** Makes {@link #run} stop everything and return. */
    public void end() {
        supervisor.end(asked);
    }

    /** How the first administrator gets in, once all are ready; empty when somebody has logged in before. */
    public Optional<String> firstLogin() {
        return new ServiceReports(
                        Places.on(settings.ports()),
                        OperatorTokens.in(settings.data().root()))
                .awaitedAdministrator()
                .map(name -> "Log in as   " + name + " with the one-time password " + services.firstPassword());
    }

    /** Whether it is to stop. */
    public boolean isEnding() {
        return supervisor.isEnding();
    }

    private void stop() {
        terminal.line(terminal.dim("Stopping"));
        try {
            supervisor.stop();
        } finally {
            try {
                release();
            } finally {
                stopped.countDown();
            }
        }
    }

    private void stopBecauseAsked() {
        end();
        try {
            if (!stopped.await(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                terminal.fault(
                        "not everything stopped within " + STOPPING_SECONDS + " s; ./tumen status tells what runs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            new RunFiles(settings.data().run()).remove(RunFiles.SUPERVISOR);
            claim.close();
        } catch (IOException e) {
            throw new StackException("cannot release " + settings.data().run() + ": " + e.getMessage(), e);
        }
    }
}
