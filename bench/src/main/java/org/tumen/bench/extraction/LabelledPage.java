package org.tumen.bench.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page and what people found in it.
 *
 * @param id the name of its files
 * @param kind where its labels come from, as the manifest says; {@code gold} without a manifest
 * @param language BCP 47 primary language; {@code ?} when the manifest gives none
 * @param body the page as it came over the wire
 * @param text the article's text; null when nobody wrote it down
 * @param with strings that stand in the article
 * @param without strings that stand on the page beside the article
 * @param title null when nobody wrote it down
 * @param authors none when nobody wrote them down
 * @param day ISO 8601; null when nobody wrote it down
 */
record LabelledPage(
        String id,
        String kind,
        String language,
        Body body,
        @Nullable String text,
        List<String> with,
        List<String> without,
        @Nullable String title,
        List<String> authors,
        @Nullable String day) {

    /** As a record may not hold an array. */
    static final class Body {

        private final byte[] bytes;

        private Body(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Not a copy, as copying would be measured: not to be written to. */
        byte[] bytes() {
            return bytes;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * All pages of a folder with {@code pages/<id>.html[.gz]}, {@code gold/<id>.json} and, if there is one,
     * {@code manifest.jsonl}.
     */
    static List<LabelledPage> load(Path folder) throws IOException {
        var manifest = manifest(folder.resolve("manifest.jsonl"));
        var pages = new ArrayList<LabelledPage>();
        try (Stream<Path> files = Files.list(folder.resolve("gold"))) {
            for (var file : files.sorted().toList()) {
                var id = file.getFileName().toString().replaceFirst("\\.json$", "");
                pages.add(of(id, JSON.readTree(file.toFile()), manifest.get(id), body(folder.resolve("pages"), id)));
            }
        }
        return List.copyOf(pages);
    }

    private static Map<String, JsonNode> manifest(Path file) throws IOException {
        var lines = new HashMap<String, JsonNode>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var page = JSON.readTree(line);
                lines.put(page.path("id").asString(""), page);
            }
        }
        return lines;
    }

    private static byte[] body(Path pages, String id) throws IOException {
        for (var ending : List.of(".html.gz", ".html")) {
            var file = pages.resolve(id + ending);
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file);
                        var plain = ending.endsWith(".gz") ? new GZIPInputStream(in) : in) {
                    return plain.readAllBytes();
                }
            }
        }
        throw new NoSuchFileException(pages.resolve(id + ".html[.gz]").toString());
    }

    private static LabelledPage of(String id, JsonNode gold, @Nullable JsonNode listed, byte[] body) {
        var about = listed == null ? JSON.createObjectNode() : listed;
        var day = Objects.requireNonNullElse(
                text(gold, "date"), gold.path("publish_date").asString(""));
        return new LabelledPage(
                id,
                about.path("gold").asString("gold"),
                about.path("lang").asString("?"),
                new Body(body),
                text(gold, "articleBody"),
                strings(gold.path("with")),
                strings(gold.path("without")),
                text(gold, "title"),
                authors(gold.path("author")),
                day.length() < 8 ? null : day.substring(0, Math.min(10, day.length())));
    }

    private static List<String> authors(JsonNode author) {
        return author.isArray()
                ? strings(author)
                : Stream.of(author.asString("").split("[;,]"))
                        .filter(name -> !name.isBlank())
                        .toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream()
                .map(each -> each.asString(""))
                .filter(each -> !each.isBlank())
                .toList();
    }

    private static @Nullable String text(JsonNode gold, String field) {
        var text = gold.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
