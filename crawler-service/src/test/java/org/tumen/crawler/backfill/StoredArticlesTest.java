package org.tumen.crawler.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;

class StoredArticlesTest {

    private static final String LINE = """
            {"url": "https://news.example/one", "title": "An agreement", "text": "Trains will run.", "published": "2026-11-20T10:00:00+09:00"}
            """;

    @TempDir
    Path folder;

    @Test
    void readsLinesAndTellsOfEachThatIsNoArticle() throws IOException {
        var file = Files.writeString(
                folder.resolve("old.jsonl"),
                LINE + "{broken\n\n{\"url\": \"https://news.example/two\"}\n"
                        + "{\"url\": \"https://news.example/3\", \"title\": \"T\", \"published\": \"yesterday\"}\n");

        var read = read(file);

        assertThat(read).hasSize(4);
        assertThat(read.getFirst().reading()).isInstanceOfSatisfying(ArticlePage.class, page -> {
            assertThat(page.title()).isEqualTo("An agreement");
            assertThat(page.published()).isEqualTo("2026-11-20T01:00:00Z");
        });
        assertThat(read.subList(1, 4))
                .allSatisfy(one -> assertThat(one.reading()).isInstanceOf(NotAnArticle.class));
        assertThat(read.get(1).place()).isEqualTo(file + ":2");
        assertThat(read.get(2).reading())
                .isEqualTo(new NotAnArticle("title: none (expected: the article's title, or its page as html)"));
        assertThat(read.getLast().progress()).isEqualTo(1);
    }

    @Test
    void readsAllKnownFilesOfAFolder() throws IOException {
        try (var out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz"))), StandardCharsets.UTF_8)) {
            out.write(LINE);
        }
        Files.writeString(folder.resolve("b.html"), """
                <html><head><title>Trains</title><link rel="canonical" href="https://news.example/trains"></head><body>
                <article><h1>Trains</h1><p>Officials of both sides met on the bridge over the river and signed an agreement
                on freight trains, the first since the border was closed, the ministry said in a statement.</p></article>
                """);
        Files.writeString(folder.resolve("notes.txt"), "not to be read");

        assertThat(read(folder))
                .extracting(one -> String.valueOf(one.address()))
                .containsExactly("https://news.example/one", "https://news.example/trains");
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "not to be read");

        assertThatThrownBy(() -> read(file)).hasMessageContaining("expected: a name that ends in .warc");
    }

    private static List<StoredArticle> read(Path path) throws IOException {
        var read = new ArrayList<StoredArticle>();
        new StoredArticles(read::add).read(path);
        return read;
    }
}
