package org.tumen.stack.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.Terminal;

class FollowedTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Random random = new Random(1);

    @TempDir
    Path folder;

    private Followed followed;

    @BeforeEach
    void begin() {
        followed = new Followed(folder.resolve("soak.csv"));
    }

    @Test
    void namesWhatGrowsWhatIsFlatAndWhatCannotBeTold() {
        hour("crawler", Measure.BESIDE_HEAP, 300, 20, 1);
        hour("classifier", Measure.BESIDE_HEAP, 300, 0, 1);
        hour("broker", Measure.BESIDE_HEAP, 300, 5, 30);
        assertThat(told()).isFalse();
        assertThat(said.toString(UTF_8))
                .contains("grows: beside the heap, MB of crawler")
                .contains("cannot be told: beside the heap, MB of broker")
                .contains("flat: 1 of 3");
    }

    @Test
    void isContentWithAHeapThatIsBeingFilledForTheFirstTime() {
        hour("crawler", Measure.HEAP_USED, 50, 60, 1);
        hour("crawler", Measure.HEAP_LIVE, 40, 0, 0.1);
        assertThat(told()).isTrue();
    }

    @Test
    void leavesOutTheFirstTenMinutes() {
        for (int minute = 1; minute <= 60; minute++) {
            followed.note(minute / 60.0, "crawler", Measure.THREADS, minute < 10 ? minute : 40);
        }
        assertThat(told()).isTrue();
        assertThat(said.toString(UTF_8)).contains("40.0     +0.00  (+0.00 to +0.00)  flat");
    }

    @Test
    void keepsEachValueInTheFile() throws IOException {
        followed.note(0.5, "crawler", Measure.THREADS, 41);
        followed.noteNative(0.5, "crawler", "Code", 12.5);
        assertThat(Files.readAllLines(folder.resolve("soak.csv")))
                .containsExactly(
                        "hours,process,measure,value",
                        "0.5000,crawler,\"threads\",41.000",
                        "0.5000,crawler,\"native Code, MB\",12.500");
    }

    private boolean told() {
        var out = new PrintStream(said, true, UTF_8);
        return followed.tell(new Terminal(out, out, false));
    }

    private void hour(String process, Measure measure, double from, double growth, double chance) {
        for (int minute = 1; minute <= 60; minute++) {
            var at = minute / 60.0;
            followed.note(at, process, measure, from + growth * at + chance * random.nextGaussian());
        }
    }
}
