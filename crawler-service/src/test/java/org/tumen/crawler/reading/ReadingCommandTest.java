package org.tumen.crawler.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReadingCommandTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsOneLineForEachListedFeed() throws IOException {
        Files.writeString(folder.resolve("a.xml"), """
                <rss version="2.0"><channel><title>World</title><item><title>One</title><link>/1</link>
                <pubDate>Mon, 05 May 2025 19:20:30 GMT</pubDate></item></channel></rss>""");
        Files.writeString(folder.resolve("b.xml"), "no feed");
        var list = Files.writeString(folder.resolve("list.jsonl"), """
                {"file": "a.xml", "contentLanguage": "en", "base": "https://news.example/feed"}
                {"file": "b.xml"}
                {"file": "missing.xml"}
                """);

        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            new FeedParseCommand(out).parseList(list);
        }

        var lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "{\"file\":\"a.xml\",\"ok\":true,\"format\":\"rss-2.0\",\"charset\":\"UTF-8\",\"feed\":{\"title\":\"World\","
                                + "\"link\":null,\"language\":\"en\",\"description\":null},\"entries\":[{\"title\":\"One\","
                                + "\"link\":\"https://news.example/1\",\"id\":\"/1\",\"language\":null,\"author\":null,\"summary\":null,"
                                + "\"content\":null,\"published\":\"2025-05-05T19:20:30Z\",\"updated\":\"2025-05-05T19:20:30Z\"}]}");
        assertThat(lines.get(1)).startsWith("{\"file\":\"b.xml\",\"ok\":false,\"error\":");
        assertThat(lines.get(2)).startsWith("{\"file\":\"missing.xml\",\"ok\":false,\"error\":");
    }

    @Test
    void writesTheArticlesOfAFolder() throws IOException {
        var page = "<html lang=en><title>Bridge opens</title><h1>Bridge opens</h1><p>"
                + "Trains run again, people say. ".repeat(9);
        Files.writeString(folder.resolve("plain.html"), page);
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.html.gz")))) {
            packed.write(page.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("other.txt"), page);
        var output = folder.resolve("out.json");

        assertThat(run("extract", "--in", folder.toString(), "--out", output.toString()))
                .isZero();

        var written = new JsonMapper().readTree(output);
        assertThat(written.propertyNames()).containsExactly("packed", "plain");
        assertThat(written.path("packed").propertyNames())
                .containsExactly("title", "author", "date", "language", "canonicalUrl", "articleBody");
        assertThat(written.path("plain").path("articleBody").asString()).startsWith("Trains run again");
    }

    @Test
    void explainsItselfWhenItIsNotUnderstood() throws IOException {
        assertThat(run("feed", "eat")).isEqualTo(64);
        assertThat(ReadingCommand.isMeantBy("extract", "--in", "x")).isTrue();
        assertThat(ReadingCommand.isMeantBy("--server.port=0")).isFalse();
    }

    private int run(String... arguments) throws IOException {
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return ReadingCommand.run(List.of(arguments), out);
        }
    }
}
