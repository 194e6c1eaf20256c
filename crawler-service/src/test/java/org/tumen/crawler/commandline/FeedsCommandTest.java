package org.tumen.crawler.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void importsWhatItExported() throws IOException {
        var shipped = "../seeds/feeds";
        assertThat(run("list", shipped)).isZero();
        var listed = out.toString(UTF_8);
        out.reset();
        assertThat(run("export", shipped)).isZero();
        var opml = Files.writeString(folder.resolve("feeds.opml"), out.toString(UTF_8));
        out.reset();

        assertThat(run("import", opml.toString())).isZero();

        var yaml = Files.writeString(folder.resolve("feeds.yaml"), out.toString(UTF_8));
        out.reset();
        assertThat(run("list", yaml.toString())).isZero();
        assertThat(out.toString(UTF_8).lines())
                .hasSizeGreaterThan(40)
                .containsExactlyElementsOf(listed.lines().toList());
    }

    @Test
    void exportsAListingPageAsALinkAndImportsItWithItsSelectors() throws IOException {
        var feeds = Files.writeString(folder.resolve("feeds.yaml"), """
                feeds:
                  - id: listed
                    url: "https://news.example/list"
                    name: "Listed"
                    publisher: "Example"
                    family: "example"
                    language: "ko"
                    country: "KP"
                    kind: "state-media"
                    every: "90m"
                    listing:
                      item: "ul.news > li"
                      date: ".day"
                      dateFormat: "[yyyy.MM.dd.]"
                      zone: "Asia/Pyongyang"
                """);
        assertThat(run("export", feeds.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains("type=\"link\"", " url=\"https://news.example/list\"")
                .doesNotContain("xmlUrl");
        var opml = Files.writeString(folder.resolve("feeds.opml"), out.toString(UTF_8));
        out.reset();

        assertThat(run("import", opml.toString())).isZero();

        assertThat(out.toString(UTF_8).lines().skip(1)).containsExactlyElementsOf(Files.readAllLines(feeds));
    }

    @Test
    void importsAListInItsOwnCharsetAndLeavesOutWhatIsNoAddress() throws IOException {
        var opml = Files.write(folder.resolve("list.opml"), """
                <?xml version="1.0" encoding="windows-1251"?><opml version="2.0"><body>
                <outline text="Новости" xmlUrl="https://news.example/rss"/><outline xmlUrl="https://news.example/a b"/>
                <outline text="Mail" xmlUrl="mailto:desk@news.example"/></body></opml>
                """.getBytes(Charset.forName("windows-1251")));

        assertThat(run("import", opml.toString())).isZero();

        assertThat(out.toString(UTF_8)).contains("name: \"Новости\"").doesNotContain("a b", "mailto");
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "Left out: https://news.example/a b (expected: an absolute http or https address)",
                        "Left out: mailto:desk@news.example (expected: an absolute http or https address)");
    }

    @Test
    void importsAListOfAnotherReaderAndMarksWhatItDoesNotTell() throws IOException {
        var opml = Files.writeString(folder.resolve("other.opml"), """
                <?xml version="1.0"?><opml version="1.0"><body><outline text="Asia"><outline type="rss"
                text="A &quot;b&quot;: c" xmlUrl="https://www.news.example/rss"/><outline text="D" xmlUrl="https://news.example/d"/>
                <outline text="again" xmlUrl="https://news.example/d"/></outline></body></opml>
                """);

        assertThat(run("import", opml.toString())).isZero();

        var yaml = out.toString(UTF_8);
        assertThat(yaml).contains("id: news-example\n", "id: news-example-2\n", "# check");
        out.reset();
        assertThat(run(
                        "check",
                        Files.writeString(folder.resolve("other.yaml"), yaml).toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("2 feeds, 0 faults");
    }

    @Test
    void expandsNoEntityOfAList() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "classified");
        var opml = Files.writeString(folder.resolve("evil.opml"), """
                <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY e SYSTEM "%s">]>
                <opml><body><outline text="&e;" xmlUrl="https://news.example/"/></body></opml>
                """.formatted(secret.toUri()));

        run("import", opml.toString());

        assertThat(out.toString(UTF_8)).doesNotContain("classified");
    }

    @Test
    void tellsTheFaultsOfAFeedFile() throws IOException {
        var yaml = Files.writeString(folder.resolve("bad.yaml"), "feeds:\n  - {id: a, every: soon}\n");

        assertThat(run("check", yaml.toString())).isEqualTo(78);
        assertThat(err.toString(UTF_8)).contains("bad.yaml:2: feeds[0]");
    }

    @Test
    void showsWhatItWouldDoWithAFeedInAFile() throws IOException {
        var feed = Files.writeString(folder.resolve("feed.xml"), """
                <rss version="2.0"><channel><title>News\u001b[31m</title><ttl>30</ttl>
                <item><title>One</title><link>https://news.example/1</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate></item>
                <item><title>Two</title></item></channel></rss>
                """);

        assertThat(run("check", feed.toString())).isZero();

        assertThat(out.toString(UTF_8))
                .contains("format     rss-2.0", "entries    2", "not before 30 min (ttl)")
                .contains("warning    1 entry without a link: they become no article")
                .doesNotContain("\u001b");
    }

    @Test
    void refusesWhatIsNoCommand() throws IOException {
        assertThat(run("remove")).isEqualTo(64);
        assertThat(run()).isEqualTo(64);
    }

    private int run(String... words) throws IOException {
        return new FeedsCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Map.of())
                .run(List.of(words));
    }
}
