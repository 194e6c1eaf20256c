package org.tumen.stack.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.DataDirectory;

/**
 * The demo on containers: the services of {@code docker-compose.yml} as they are, in a project of its own beside whatever else
 * runs, with the newsroom and the receivers as one more container ({@link ContainedDemo}).
 */
public final class ComposeDemo {

    /** Another name than that of the file: what people run by it keeps its data, and its ports. */
    private static final String PROJECT = "tumen-demo";

    private static final String NEWSROOM = "demo";
    private static final String PAGE = "alert-service";

    private final ComposeProject project;
    private final DataDirectory data;
    private final boolean once;
    private final Terminal terminal;

    private ComposeDemo(ComposeProject project, DataDirectory data, boolean once, Terminal terminal) {
        this.project = project;
        this.data = data;
        this.once = once;
        this.terminal = terminal;
    }

    /**
     * Runs it to its end, and removes the project with all that it stored.
     *
     * @param home the checkout
     * @param data where the logs of the containers are left
     * @param once ends by itself
     * @return the exit code, as of {@link Demo#run}
     */
    public static int run(Path home, DataDirectory data, boolean once, Terminal terminal) {
        var project = new ComposeProject(
                home,
                PROJECT,
                List.of("docker-compose.yml", "docker/demo.yml"),
                Map.of(
                        // What the operator's own environment may have for the services that run beside it is not meant
                        // here.
                        "TUMEN_ALERT_EMAIL_PORT",
                        "1025",
                        "TUMEN_BROKERS",
                        "kafka:9092",
                        "TUMEN_KAFKA_VOTERS",
                        "1@kafka:9093",
                        "COMPOSE_PROFILES",
                        "",
                        "TUMEN_DEMO_ONCE",
                        String.valueOf(once),
                        "TUMEN_DEMO_COLOURS",
                        System.getProperty("tumen.colours", "false"),
                        // Any that is free.
                        "TUMEN_PAGE_PORT",
                        "0",
                        "TUMEN_CRAWLER_PORT",
                        "0",
                        "TUMEN_CLASSIFIER_PORT",
                        "0"));
        return new ComposeDemo(project, data, once, terminal).run();
    }

    private int run() {
        terminal.title("Tumen demo " + terminal.dim(Demo.TITLE));
        terminal.line(terminal.dim("  in containers, as project " + PROJECT));
        var goAway = new Thread(this::removeQuietly, "compose-down");
        try {
            remove();
            Runtime.getRuntime().addShutdownHook(goAway);
            if (project.run("up", "--detach", "--wait", NEWSROOM, "crawler-service", "classifier-service", PAGE) != 0) {
                throw new StackException("not every container is well; the logs are in " + keptLogs());
            }
            var page = project.ask("port", PAGE, "8080");
            terminal.line("  Alerts also on " + terminal.strong("http://" + page + "/"));
            var exitCode = project.follow(NEWSROOM);
            return once ? verdict(exitCode) : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int verdict(String exitCode) throws InterruptedException {
        if (!exitCode.equals("0")) {
            terminal.line("The logs of the containers are in " + keptLogs());
            return 1;
        }
        return 0;
    }

    private Path keptLogs() throws InterruptedException {
        var file = data.log("compose");
        project.runInto(file, "logs", "--no-color", "--timestamps");
        return file;
    }

    private void remove() throws InterruptedException {
        project.runInto(data.log("compose-down"), "down", "--volumes", "--remove-orphans", "--timeout", "5");
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
