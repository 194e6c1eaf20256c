package org.tumen.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void allowsFiveDeathsInTenMinutesAndNotSix() {
        var budget = new RestartBudget(RestartBudget.LIMIT);

        for (int i = 0; i < RestartBudget.LIMIT; i++) {
            assertThat(budget.allowsRestartAfterDeathAt(NOON.plusSeconds(i))).isTrue();
        }
        assertThat(budget.allowsRestartAfterDeathAt(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void forgetsDeathsOfLongAgo() {
        var budget = new RestartBudget(RestartBudget.LIMIT);

        for (int i = 0; i < 50; i++) {
            assertThat(budget.allowsRestartAfterDeathAt(NOON.plus(Duration.ofMinutes(3L * i))))
                    .isTrue();
        }
    }

    @Test
    void tellsTheConfigurationErrorOfTheProcess() throws IOException {
        var log = Files.writeString(
                folder.resolve("log"),
                "starting\nConfiguration error: feeds/a.yaml:3: feeds[0].every: \"10 минут\" (expected: a duration)\n");

        assertThat(Deaths.settled(component(), OptionalInt.of(78), false, log))
                .contains(new Ending.Broken(
                        "Configuration error: feeds/a.yaml:3: feeds[0].every: \"10 минут\" (expected: a duration)",
                        78));
    }

    @Test
    void startsAgainWhatWasKilled() {
        assertThat(Deaths.settled(component(), OptionalInt.of(137), false, folder))
                .isEmpty();
        assertThat(Deaths.settled(component(), OptionalInt.of(1), true, folder)).isEmpty();
        assertThat(Deaths.settled(component(), OptionalInt.empty(), true, folder))
                .isEmpty();
    }

    @Test
    void givesUpWhatNeverWasReady() {
        assertThat(Deaths.settled(component(), OptionalInt.of(1), false, folder))
                .hasValueSatisfying(broken -> assertThat(broken.message())
                        .isEqualTo("crawler ended before it was ready (exit code 1); its log: " + folder));
    }

    @Test
    void saysHowAProcessDied() {
        assertThat(Deaths.inWords(OptionalInt.of(137))).isEqualTo("killed by signal 9");
        assertThat(Deaths.inWords(OptionalInt.of(1))).isEqualTo("exit code 1");
        assertThat(Deaths.inWords(OptionalInt.empty())).isEqualTo("gone");
    }

    private static Component component() {
        return new Component() {
            @Override
            public String name() {
                return "crawler";
            }

            @Override
            public String whereabouts() {
                return "";
            }

            @Override
            public List<String> needs() {
                return List.of();
            }

            @Override
            public Launched start() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean ready() {
                return true;
            }
        };
    }
}
