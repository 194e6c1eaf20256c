package org.tumen.crawler.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code tumen extract}: the articles of a folder's pages as one JSON object, written as they are read. */
final class ExtractCommand {

    /** Read at once by all cores, then written in order: few enough to keep in memory. */
    private static final int AT_ONCE = 64;

    private static final URI UNKNOWN = URI.create("");

    private final PageReader reader = new PageReader();

    void extract(Path folder, Path output) throws IOException {
        var pages = pages(folder);
        try (var json = new JsonMapper().createGenerator(Files.newOutputStream(output))) {
            json.writeStartObject();
            for (int from = 0; from < pages.size(); from += AT_ONCE) {
                var some = pages.subList(from, Math.min(from + AT_ONCE, pages.size()));
                some.parallelStream().map(this::read).toList().forEach(page -> write(page, json));
            }
            json.writeEndObject();
        }
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.html(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private record ReadPage(String name, PageReading reading) {}

    private ReadPage read(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.html(\\.gz)?$", "");
        try (var in = open(file)) {
            return new ReadPage(name, reader.read(in.readAllBytes(), null, UNKNOWN));
        } catch (IOException e) {
            return new ReadPage(name, new NotAnArticle("can not be read: " + e));
        }
    }

    private static InputStream open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    private static void write(ReadPage page, JsonGenerator json) {
        json.writeObjectPropertyStart(page.name());
        switch (page.reading()) {
            case ArticlePage article -> {
                json.writeStringProperty("title", article.title());
                json.writeStringProperty("author", article.author());
                json.writeStringProperty(
                        "date",
                        article.publishedAt() == null
                                ? null
                                : article.publishedAt().toString());
                json.writeStringProperty("language", article.language());
                json.writeStringProperty(
                        "canonicalUrl",
                        article.canonicalUrl() == null
                                ? null
                                : article.canonicalUrl().toString());
                json.writeStringProperty("articleBody", article.text());
            }
            case NotAnArticle(var reason) -> {
                for (var field : List.of("title", "author", "date", "language", "canonicalUrl")) {
                    json.writeNullProperty(field);
                }
                json.writeStringProperty("articleBody", "");
                System.err.println(page.name() + ": " + reason);
            }
        }
        json.writeEndObject();
    }
}
