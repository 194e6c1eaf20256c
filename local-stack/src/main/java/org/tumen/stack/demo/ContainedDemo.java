package org.tumen.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.tumen.stack.catcher.MailCatcher;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.newsroom.Script;
import org.tumen.stack.status.ServiceReports;

/**
 * The container {@code demo} of {@code docker/demo.yml}: the newsroom and the receivers, within the network of the services that
 * it waits for, and the count of what arrives.
 */
public final class ContainedDemo {

    /** Its name in the network. */
    private static final String HOST = "demo";

    private static final int NEWSROOM = 8091;
    private static final int MAIL = 1025;
    private static final int WEBHOOK = 8090;

    /** From its own start: images are there, and the slowest service has started by then on a machine that does much else. */
    private static final Duration START = Duration.ofMinutes(10);

    private ContainedDemo() {}

    /**
     * Writes the configuration of the services, which start when it is there, and gives the play.
     *
     * @param seeds what ships, which the configuration is filled up from
     * @param config where the services read their configuration
     * @param operator where the alert service leaves its token
     * @param open a file that is made when all is open and written, for the health check
     * @return the exit code of the play
     */
    public static int run(Path seeds, Path config, Path operator, Path open, boolean once, Terminal terminal)
            throws InterruptedException {
        var script = Script.shipped(config);
        try (var newsroom = Newsroom.openToAll(script, NEWSROOM)) {
            var play = new Play(newsroom, once, terminal);
            try (var _ = MailCatcher.openToAll(MAIL, play::arrived);
                    var webhook = WebhookCatcher.openToAll(HOST, WEBHOOK, play::arrived)) {
                fillUp(config, seeds);
                DemoConfig.write(config, newsroom, Surroundings.inCompose(HOST, MAIL, webhook));
                make(open);
                var stage = new ComposeStage(operator);
                awaitServices(stage);
                play.giveOn(stage);
                stage.awaitEnd();
                return play.verdict(stage);
            }
        }
    }

    /** Everything of the seeds but the feeds and subscriptions, which are the demo's own. */
    private static void fillUp(Path config, Path seeds) {
        try (var files = Files.walk(seeds)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = seeds.relativize(file);
                if (!name.startsWith("feeds") && !name.startsWith("subscriptions")) {
                    var copy = config.resolve(name.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new StackException("cannot copy " + seeds + " to " + config + ": " + e.getMessage(), e);
        }
    }

    private static void make(Path open) {
        try {
            Files.createFile(open);
        } catch (IOException e) {
            throw new StackException("cannot make " + open + ": " + e.getMessage(), e);
        }
    }

    private static void awaitServices(Stage stage) throws InterruptedException {
        var reports = new ServiceReports(stage.places(), stage.tokens());
        var giveUp = Instant.now().plus(START);
        while (!reports.allReady()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new StackException("the services were not ready within " + START.toMinutes() + " minutes");
            }
            Thread.sleep(Duration.ofMillis(500));
        }
    }
}
