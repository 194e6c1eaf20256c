package org.tumen.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskIT {

    @TempDir
    Path folder;

    @Test
    void hasNoRoomForAWhileAndThenHasItAgain() throws Exception {
        var mounted = SmallDisk.at(folder.resolve("disk"), 4);
        assumeThat(mounted).as("this machine lets us mount one").isPresent();
        try (var disk = mounted.orElseThrow()) {
            var file = disk.folder().resolve("news");
            Files.writeString(file, "before");
            var full = CompletableFuture.runAsync(() -> fill(disk));
            await().until(() -> Files.exists(disk.folder().resolve("ballast"))
                    && Files.getFileStore(disk.folder()).getUsableSpace() == 0);

            assertThatThrownBy(() -> Files.write(file, new byte[100_000]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
            full.join();
            Files.write(file, new byte[100_000]);
        }
        assertThat(folder.resolve("disk")).isEmptyDirectory();
    }

    @Test
    void isTakenAwayWhenATrialThatWasKilledLeftIt() throws IOException {
        var disk = folder.resolve("disk");
        assumeThat(SmallDisk.at(disk, 1)).as("this machine lets us mount one").isPresent();
        Files.writeString(disk.resolve("left"), "over");

        SmallDisk.leave(disk);

        assertThat(disk).isEmptyDirectory();
    }

    private static void fill(SmallDisk disk) {
        try {
            disk.fill(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
