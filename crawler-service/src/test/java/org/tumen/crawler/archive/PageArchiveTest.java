package org.tumen.crawler.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.tumen.http.Body;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome.Answered;

class PageArchiveTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void givesPagesBackAsTheyCame() throws IOException {
        keep(DataSize.ofMegabytes(1), page("/one", "<p>图们江大桥</p>"), page("/two", "second"));

        var read = new ArrayList<ArchivedPage>();
        assertThat(WarcPages.read(files().getFirst(), (page, _) -> read.add(page)))
                .isTrue();

        assertThat(read)
                .extracting(page -> page.address().toString())
                .containsExactly("https://news.example/one", "https://news.example/two");
        assertThat(read.getFirst().body().text(UTF_8)).isEqualTo("<p>图们江大桥</p>");
        assertThat(read.getFirst().contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(read.getFirst().captured()).isEqualTo(NOON);
    }

    @Test
    void beginsANewFileWhenOneIsFull() throws IOException {
        keep(DataSize.ofBytes(200), page("/one", "first"), page("/two", "second"));

        assertThat(files()).hasSize(2);
    }

    @Test
    void readsUpToATornRecord() throws IOException {
        keep(DataSize.ofMegabytes(1), page("/one", "first"), page("/two", "second".repeat(500)));
        var file = files().getFirst();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));

        var read = new ArrayList<ArchivedPage>();
        assertThat(WarcPages.read(file, (page, _) -> read.add(page))).isFalse();

        assertThat(read).extracting(page -> page.address().toString()).containsExactly("https://news.example/one");
    }

    @Test
    void readsThePageEvenWhenItCanNotBeKept() throws IOException {
        var notAFolder = Files.writeString(folder.resolve("file"), "in the way");
        var archive = archive(notAFolder, DataSize.ofMegabytes(1));

        archive.keep(page("/one", "first"));

        assertThat(Files.readString(notAFolder)).isEqualTo("in the way");
    }

    private void keep(DataSize limit, Answered... pages) {
        var archive = archive(folder, limit);
        for (var page : pages) {
            archive.keep(page);
        }
        archive.close();
    }

    private static PageArchive archive(Path folder, DataSize limit) {
        return new PageArchive(new ArchiveProperties(folder, limit), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Answered page(String path, String body) {
        return new Answered(
                200,
                new Headers(Map.of("Content-Type", List.of("text/html; charset=utf-8"))),
                Body.of(body.getBytes(UTF_8)),
                URI.create("https://news.example" + path),
                List.of());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
