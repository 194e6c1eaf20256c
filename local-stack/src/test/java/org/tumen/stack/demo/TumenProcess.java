package org.tumen.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tumen.stack.settings.Home;

/** The command as people start it, as a process of its own, its output in a file. */
record TumenProcess(Process process, Path output) implements AutoCloseable {

    /** For {@code up}, whose services compile well rather than quickly unless told so: a test is over before that pays. */
    static final Map<String, String> QUICKLY_COMPILED = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    static TumenProcess start(String name, String... arguments) throws IOException {
        return start(name, Map.of(), arguments);
    }

    static TumenProcess start(String name, Map<String, String> environment, String... arguments) throws IOException {
        var output = Home.ofThisJar().root().resolve("local-stack/target/" + name + ".txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Home.ofThisJar().stackJar().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new TumenProcess(builder.start(), output);
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    int exitCodeWithin(Duration time) throws InterruptedException {
        if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + time + ", its output: " + output);
        }
        return process.exitValue();
    }

    /** Stops it in good order, so that a failed test leaves nothing running. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }
}
