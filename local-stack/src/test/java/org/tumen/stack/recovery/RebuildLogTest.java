package org.tumen.stack.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.recovery.RebuildLog.Far;

class RebuildLogTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatWasSaidSinceItWasMade() throws IOException {
        var file = folder.resolve("alert.log");
        Files.writeString(file, "18:00:00.000 INFO  Rebuild  Rebuilt records=\"9\"\n");
        var log = new RebuildLog(file);
        assertThat(log.far()).isEmpty();
        assertThat(log.done()).isEmpty();

        add(
                file,
                "18:01:00.000 INFO  Rebuild                  Rebuilding topic=\"tumen.alerts\" done=\"1\" of=\"0\" \n");
        add(
                file,
                "18:01:02.000 INFO  Rebuild                  Rebuilding topic=\"tumen.assessments\" done=\"20\" of=\"80\" \n");
        assertThat(log.far()).contains(new Far("tumen.assessments", 20, 80));

        add(file, "18:01:09.000 INFO  Rebuild                  Rebuilt records=\"81\" alerts=\"1\" \n");
        assertThat(log.done()).contains("records=\"81\" alerts=\"1\"");
    }

    @Test
    void readsALogInOneObjectALine() throws IOException {
        var file = folder.resolve("alert.log");
        var log = new RebuildLog(file);

        add(file, "{\"message\":\"Rebuilding\",\"topic\":\"tumen.assessments\",\"done\":20,\"of\":80}\n");
        add(file, "{\"message\":\"Rebuilt\",\"records\":81}\n");

        assertThat(log.far()).contains(new Far("tumen.assessments", 20, 80));
        assertThat(log.done()).isPresent();
    }

    private static void add(Path file, String line) throws IOException {
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
