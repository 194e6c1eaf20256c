package org.tumen.bench.extraction;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;

/** Ways to the text of a page's article; all decode and parse alike. */
enum Extractor {
    TUMEN("Tumen") {
        @Override
        String text(byte[] body) {
            return READER.read(body, null, UNKNOWN) instanceof ArticlePage page ? page.text() : "";
        }
    },
    READABILITY4J("readability4j 1.0.8") {
        @Override
        String text(byte[] body) {
            try {
                return Objects.requireNonNullElse(
                        new Readability4J("https://page.example/", parsed(body))
                                .parse()
                                .getTextContent(),
                        "");
            } catch (RuntimeException | StackOverflowError e) {
                return ""; // It throws on some pages; what it did not read counts as nothing found.
            }
        }
    },
    PARAGRAPHS("jsoup, every <p>") {
        @Override
        String text(byte[] body) {
            return parsed(body).select("p").stream().map(Element::text).collect(Collectors.joining("\n"));
        }
    },
    /** Reads nothing: the limit of speed. */
    PARSE_ALONE("jsoup, parsing alone") {
        @Override
        String text(byte[] body) {
            return parsed(body).title();
        }
    };

    private static final PageReader READER = new PageReader();
    private static final URI UNKNOWN = URI.create("");

    private final String name;

    Extractor(String name) {
        this.name = name;
    }

    /** Empty when there is none. */
    abstract String text(byte[] body);

    @Override
    public String toString() {
        return name;
    }

    private static Document parsed(byte[] body) {
        return Jsoup.parse(TextDecoder.decode(body, null, Declaration.HTML).text());
    }
}
