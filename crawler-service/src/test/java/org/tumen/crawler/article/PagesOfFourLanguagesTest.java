package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.crawler.article.PageReading.ArticlePage;

/**
 * Korean, Chinese, Japanese and Russian pages with the habits of those countries' sites: portals, agencies, papers,
 * broadcasters, blogs and forums. Beside each page stands what a reader would call its article. People, places of work
 * and events are invented.
 */
class PagesOfFourLanguagesTest {

    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReadAsAReaderWould(String name) throws IOException, URISyntaxException {
        var expected = Expected.of(Files.readAllLines(folder().resolve(name + ".txt")));
        var read = (ArticlePage)
                new PageReader().read(Files.readAllBytes(folder().resolve(name + ".html")), null, expected.address());

        assertThat(read.text().lines().map(Title::squashed)).containsExactlyElementsOf(expected.paragraphs());
        assertThat(tuple(read.title(), Objects.requireNonNullElse(read.author(), ""), day(read)))
                .isEqualTo(tuple(expected.title(), expected.author(), expected.day()));
        assertThat(read.language()).isEqualTo(name.substring(0, 2));
    }

    private static String day(ArticlePage read) {
        return read.publishedAt() == null
                ? ""
                : read.publishedAt().toLocalDate().toString();
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(PagesOfFourLanguagesTest.class.getResource("pages"))
                .toURI());
    }

    /** @param author empty when nobody signed */
    private record Expected(String title, String author, String day, URI address, List<String> paragraphs) {

        static Expected of(List<String> lines) {
            return new Expected(
                    field(lines, "title"),
                    field(lines, "author"),
                    field(lines, "day"),
                    URI.create(field(lines, "url")),
                    lines.subList(lines.indexOf("") + 1, lines.size()));
        }

        private static String field(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 1)
                    .strip();
        }
    }
}
