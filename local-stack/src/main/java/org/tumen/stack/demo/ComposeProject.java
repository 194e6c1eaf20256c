package org.tumen.stack.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.stack.console.StackException;

/**
 * A project of containers, by the command {@code docker compose}.
 *
 * @param folder where the files are, and what paths in them start from
 * @param name of the project
 * @param files the later laid over the earlier
 * @param environment for variables in the files
 */
record ComposeProject(Path folder, String name, List<String> files, Map<String, String> environment) {

    ComposeProject {
        files = List.copyOf(files);
        environment = Map.copyOf(environment);
    }

    /** Runs one command in sight of the person at the terminal: its exit code. */
    int run(String... arguments) throws InterruptedException {
        return exitCode(builder(arguments).inheritIO());
    }

    /** The same, with what it prints in a file. */
    int runInto(Path file, String... arguments) throws InterruptedException {
        return exitCode(builder(arguments).redirectErrorStream(true).redirectOutput(file.toFile()));
    }

    /** What one command prints, without the last line break; empty when it fails. */
    String ask(String... arguments) throws InterruptedException {
        return said(builder(arguments));
    }

    /** Shows what the container of a service says, from its start to its end: its exit code in words. */
    String follow(String service) throws InterruptedException {
        var container = ask("ps", "--all", "--quiet", service);
        exitCode(docker(List.of("logs", "--follow", container)).inheritIO());
        return said(docker(List.of("inspect", "--format", "{{.State.ExitCode}}", container)));
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of("compose", "--project-name", name));
        files.forEach(file -> command.addAll(List.of("--file", file)));
        command.addAll(List.of(arguments));
        return docker(command);
    }

    private ProcessBuilder docker(List<String> arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static String said(ProcessBuilder builder) throws InterruptedException {
        try {
            var process = builder.redirectError(Redirect.DISCARD).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            throw noEngine(e);
        }
    }

    private static int exitCode(ProcessBuilder builder) throws InterruptedException {
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw noEngine(e);
        }
    }

    private static StackException noEngine(IOException e) {
        return new StackException("docker compose is needed and cannot be started: " + e.getMessage(), e);
    }
}
