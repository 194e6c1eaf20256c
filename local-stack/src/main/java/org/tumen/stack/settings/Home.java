package org.tumen.stack.settings;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tumen.stack.console.StackException;

/**
 * The checkout: where the jars and the seeds are.
 *
 * @param root its top folder
 */
public record Home(Path root) {

    /** Found from where this very jar lies: {@code local-stack/target/local-stack.jar}. */
    public static Home ofThisJar() {
        try {
            var jar = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Home(jar.resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new StackException("cannot tell where Tumen is installed: " + e.getMessage(), e);
        }
    }

    public Path seeds() {
        return root.resolve("seeds");
    }

    /** This module's own jar, from which the broker runs. */
    public Path stackJar() {
        return jar("local-stack");
    }

    /**
     * The jar of a module.
     *
     * @throws StackException when it has not been built
     */
    public Path jar(String module) {
        var jar = root.resolve(module).resolve("target").resolve(module + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new StackException(jar + " is missing; build it with: mvn -q -DskipTests package");
        }
        return jar;
    }
}
