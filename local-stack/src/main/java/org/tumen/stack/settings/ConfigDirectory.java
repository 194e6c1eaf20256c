package org.tumen.stack.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.StackException;

/**
 * What people configure: {@code feeds/}, {@code signals/}, {@code actors/}, {@code subscriptions/},
 * {@code stories.yaml}, {@code calendar.yaml}, {@code baseline.yaml}, {@code index.yaml}, {@code expectations.yaml} and {@code tumen.yaml}. What the directory lacks is taken from the seeds that ship.
 *
 * @param own the directory given on the command line; null for the seeds alone
 * @param seeds those of the checkout
 */
public record ConfigDirectory(@Nullable Path own, Path seeds) {

    /**
     * One that people gave.
     *
     * @throws StackException when there is no such folder
     * @throws org.tumen.seeds.InvalidSeedException when its settings have a key that no service knows
     */
    public static ConfigDirectory given(@Nullable Path own, Path seeds) {
        if (own != null && !Files.isDirectory(own)) {
            throw new StackException(
                    "--config " + own + ": no such folder (expected: a folder with the layout of " + seeds + ")",
                    StackException.CONFIGURATION);
        }
        var directory = new ConfigDirectory(own, seeds);
        SettingsFile.check(directory.settings());
        return directory;
    }

    /** One that will be written before anything is started. */
    public static ConfigDirectory generated(Path own, Path seeds) {
        return new ConfigDirectory(own, seeds);
    }

    public Path feeds() {
        return part("feeds");
    }

    public Path signals() {
        return part("signals");
    }

    public Path actors() {
        return part("actors");
    }

    public Path subscriptions() {
        return part("subscriptions");
    }

    /** What tells one event from another. */
    public Path stories() {
        return part("stories.yaml");
    }

    /** Days on which greetings and the like are usual. */
    public Path calendar() {
        return part("calendar.yaml");
    }

    /** With what findings are compared. */
    public Path baseline() {
        return part("baseline.yaml");
    }

    /** How far a signal moves the index of two actors. */
    public Path index() {
        return part("index.yaml");
    }

    /** Who does what on which day of the calendar. */
    public Path expectations() {
        return part("expectations.yaml");
    }

    /** The settings of the services. */
    public Path settings() {
        return part("tumen.yaml");
    }

    private Path part(String name) {
        var mine = own == null ? null : own.resolve(name);
        return (mine != null && Files.exists(mine) ? mine : seeds.resolve(name))
                .toAbsolutePath()
                .normalize();
    }
}
