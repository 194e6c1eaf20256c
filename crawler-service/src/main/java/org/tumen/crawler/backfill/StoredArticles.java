package org.tumen.crawler.backfill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.archive.WarcPages;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads archives, JSON Lines and saved pages, one article at a time. */
final class StoredArticles {

    private static final URI UNKNOWN = URI.create("");
    private static final JsonMapper JSON = new JsonMapper();

    /** A saved page may be as large as one that is fetched, by default. */
    private static final int MAX_PAGE = 5 * 1024 * 1024;

    private final PageReader reader = new PageReader();
    private final Consumer<StoredArticle> articles;

    StoredArticles(Consumer<StoredArticle> articles) {
        this.articles = articles;
    }

    /** Reads a file, or every file of a folder, in the order of their names. */
    void read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            readFile(path, 0, 1);
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(path)) {
            files = all.filter(Files::isRegularFile)
                    .filter(StoredArticles::isKnown)
                    .sorted()
                    .toList();
        }
        for (var i = 0; i < files.size(); i++) {
            readFile(files.get(i), i / (double) files.size(), 1.0 / files.size());
        }
    }

    private static boolean isKnown(Path file) {
        return file.toString().matches(".*\\.(html?|warc|jsonl)(\\.gz)?");
    }

    private void readFile(Path file, double from, double share) throws IOException {
        var name = file.toString().replaceFirst("\\.gz$", "");
        if (name.endsWith(".warc")) {
            readWarc(file, from, share);
        } else if (name.matches(".*\\.html?")) {
            readPage(file, from + share);
        } else if (name.endsWith(".jsonl")) {
            readLines(file, from, share);
        } else {
            throw new IOException(
                    file + " (expected: a name that ends in .warc, .jsonl or .html, or in these and .gz)");
        }
    }

    private void readWarc(Path file, double from, double share) throws IOException {
        var size = (double) Math.max(1, Files.size(file));
        var whole = WarcPages.read(file, (page, position) -> {
            var type = page.contentType();
            var reading = type == null || type.contains("html") || type.startsWith("text/plain")
                    ? reader.read(page.body().bytes(), type, page.address())
                    : new NotAnArticle("not HTML but " + type);
            tell(page.address().toString(), page.address(), page.captured(), reading, from + share * position / size);
        });
        if (!whole) {
            tell(
                    file + ", its end",
                    null,
                    Instant.EPOCH,
                    new NotAnArticle("the file ends in the middle of a record"),
                    from + share);
        }
    }

    private void readPage(Path file, double progress) throws IOException {
        byte[] body;
        try (var in = open(file)) {
            body = in.readNBytes(MAX_PAGE + 1);
        }
        var reading = body.length > MAX_PAGE
                ? new NotAnArticle("larger than " + MAX_PAGE + " bytes")
                : reader.read(body, null, UNKNOWN);
        var address = reading instanceof ArticlePage page ? page.canonicalUrl() : null;
        tell(file.toString(), address, Files.getLastModifiedTime(file).toInstant(), reading, progress);
    }

    private void readLines(Path file, double from, double share) throws IOException {
        var written = Files.getLastModifiedTime(file).toInstant();
        long total;
        try (var lines = lines(file)) {
            total = lines.lines().count();
        }
        try (var lines = lines(file)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    readLine(file + ":" + number, line, written, from + share * number / total);
                }
            }
        }
    }

    private void readLine(String place, String line, Instant written, double progress) {
        try {
            var json = JSON.readTree(line);
            var address = address(text(json, "url"));
            tell(place, address, written, reading(json, address), progress);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            var message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            tell(place, null, written, new NotAnArticle(String.valueOf(message)), progress);
        }
    }

    private PageReading reading(JsonNode json, @Nullable URI address) {
        var html = text(json, "html");
        if (html != null) {
            return reader.read(
                    html.getBytes(StandardCharsets.UTF_8),
                    "text/html; charset=utf-8",
                    address == null ? UNKNOWN : address);
        }
        var title = text(json, "title");
        if (title == null) {
            return new NotAnArticle("title: none (expected: the article's title, or its page as html)");
        }
        var text = text(json, "text");
        var published = text(json, "published");
        return new ArticlePage(
                title,
                text == null ? "" : text,
                text(json, "author"),
                published == null ? null : OffsetDateTime.parse(published),
                null,
                text(json, "language"),
                null);
    }

    private static @Nullable URI address(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    private static @Nullable String text(JsonNode json, String member) {
        var value = json.get(member);
        return value == null || !value.isString() || value.stringValue().isBlank() ? null : value.stringValue();
    }

    private void tell(String place, @Nullable URI address, Instant captured, PageReading reading, double progress) {
        articles.accept(new StoredArticle(place, address, captured, reading, Math.min(1, progress)));
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
    }

    private static InputStream open(Path file) throws IOException {
        var raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
