package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.MailCatcher;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.database.Database;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.newsroom.Script;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.Ports;

/**
 * A process is killed while news comes in, and then the supervisor, whose processes the next one finds: no expected alert
 * is lost, none comes under a second id. Newsroom, mail server and webhook receiver live here and see everything. What
 * kills, pauses and cut lines of all parts do, {@link FaultsIT} tries.
 */
class KillIT {

    /** Another process and other moments: {@code -Dtumen.kill.seed=…}. */
    private static final long SEED = Long.getLong("tumen.kill.seed", 20261122L);

    /** Within which all parts are there, also on a machine that does much else. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration FORTNIGHT = Duration.ofSeconds(30);
    private static final int LONGEST_RUN_MILLIS = 8_000;

    @TempDir
    Path folder;

    @Test
    void losesNothingAndRepeatsNothingUnderASecondId() throws Exception {
        var ports = FreePorts.find();
        var script = Script.shipped(folder);
        var tally = new Tally(script.items());
        try (var newsroom = Newsroom.open(script, ports.newsroom());
                var _ = MailCatcher.open(ports.mail(), caught -> count(tally, newsroom, caught));
                var webhook = WebhookCatcher.open(ports.webhook(), caught -> count(tally, newsroom, caught))) {
            DemoConfig.write(folder.resolve("config"), newsroom, Surroundings.onThisMachine(ports.mail(), webhook));
            try (var first = up(1, ports)) {
                await().atMost(START).until(() -> first.said().contains("Stop it"));
                newsroom.publishWithin(FORTNIGHT);
                killOne();
                first.process().destroyForcibly().waitFor();
                try (var second = up(2, ports)) {
                    await().atMost(START).until(() -> second.said().contains("Stop it"));
                    awaitQuiet(tally, newsroom);

                    assertThat(tally.missing()).as("seed " + SEED).isEmpty();
                    assertThat(tally.faults()).as("seed " + SEED).isEmpty();
                    assertThat(first.said()).contains(" died ");
                    second.process().destroy();
                    second.exitCodeWithin(Duration.ofMinutes(1));
                    assertThat(second.said()).contains("left over").contains("database    stopped");
                }
            }
        }
    }

    private static void count(Tally tally, Newsroom newsroom, Caught caught) {
        tally.add(caught, newsroom.itemIn(caught.text()));
    }

    /** Returns when its death is noticed, and some time has passed in which it may be on its way back. */
    private void killOne() {
        var random = new Random(SEED);
        var name = List.of(Broker.NAME, Database.NAME, Services.CRAWLER, Services.CLASSIFIER, Services.ALERT)
                .get(random.nextInt(5));
        var runFiles = new RunFiles(folder.resolve("data/run"));
        at(Instant.now().plusMillis(random.nextInt(LONGEST_RUN_MILLIS)));
        var process = runFiles.alive(name).orElseThrow();
        assertThat(process.destroyForcibly()).as(name).isTrue();
        process.onExit().join();
        at(Instant.now().plusMillis(random.nextInt(1_000, LONGEST_RUN_MILLIS)));
    }

    private static void at(Instant moment) {
        await().forever().until(() -> Instant.now().isAfter(moment));
    }

    /** Nothing more may come once everything came: a repetition under another id would be late. */
    private static void awaitQuiet(Tally tally, Newsroom newsroom) {
        await().atMost(FORTNIGHT).until(newsroom::isFinished);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(tally.missing()).as("missing").isEmpty());
        await("what comes late or twice").pollDelay(Duration.ofSeconds(8)).until(() -> true);
    }

    private TumenProcess up(int number, Ports ports) throws Exception {
        return TumenProcess.start(
                "kill-it-" + number,
                TumenProcess.QUICKLY_COMPILED,
                "up",
                "--config",
                folder.resolve("config").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--port",
                String.valueOf(ports.page()));
    }
}
