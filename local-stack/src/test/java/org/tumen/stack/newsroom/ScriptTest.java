package org.tumen.stack.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.seeds.InvalidSeedException;

class ScriptTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void publishesASignalAndNoiseOfFourLanguagesOverAFortnight() {
        var script = Script.shipped(folder);

        assertThat(script.items()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(script.items()).extracting(Item::day).contains(1, 14);
        assertThat(script.outlets()).extracting(Outlet::language).contains("en", "ko", "zh", "ru");
        assertThat(script.items()).filteredOn(item -> !item.alerts().isEmpty()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(script.items().stream()
                        .flatMap(item -> item.alerts().stream())
                        .map(alert -> alert.signal().value())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("treaty-move", "protocol-snub", "aid-shipment");
        assertThat(script.items()).filteredOn(item -> item.expects() == null).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void givesEveryKindOfBadInput() {
        var script = Script.shipped(folder);

        assertThat(script.items()).extracting(Item::pageForm).contains(Item.PageForm.values());
        assertThat(script.items()).extracting(Item::entryForm).contains(Item.EntryForm.values());
        assertThat(script.outlets()).extracting(Outlet::feed).contains(Outlet.FeedForm.values());
    }

    @Test
    void quotesOnlyWhatStandsOnThePage() {
        var script = Script.shipped(folder);

        for (var item : script.items()) {
            var text = Jsoup.parse(page(script, item).html()).select("article").text();
            for (var alert : item.expects() == null ? List.<Expected>of() : item.expects()) {
                assertThat(text).as(item.id()).contains(alert.quote());
                assertThat(alert.dyad()).as(item.id()).isIn("DPRK-RUS", "DPRK-PRC");
            }
        }
    }

    @Test
    void keepsAHostileTitleText() {
        var script = Script.shipped(folder);
        var item = script.items().stream()
                .filter(one -> one.id().equals("treaty-hostile-title"))
                .findFirst()
                .orElseThrow();

        var page = Jsoup.parse(page(script, item).html());

        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("h1").text()).contains("<script>alert(1)</script>");
    }

    @Test
    void squeezesTheFortnight() {
        var script = Script.shipped(folder);

        assertThat(script.items().getLast().offset(Duration.ofMinutes(1)))
                .isLessThan(Duration.ofMinutes(1))
                .isGreaterThan(Duration.ofSeconds(55));
    }

    @Test
    void refusesAnItemOfAnUnknownOutlet() throws IOException {
        var file = Files.writeString(folder.resolve("script.yaml"), """
                outlets: []
                items:
                  - {id: a, day: 1, minute: 0, outlet: nobody, title: A, paragraphs: [B]}
                """);

        assertThatThrownBy(() -> Script.read(file))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("script.yaml:3: items[0].outlet: nobody");
    }

    @Test
    void listsReleasedItemsNewestFirstAndMarksHalfEntries() {
        var script = Script.shipped(folder);
        for (var outlet : script.outlets()) {
            var entries = script.items().stream()
                    .filter(item -> item.outlet().equals(outlet.id()))
                    .map(item -> new FeedDocument.Entry(
                            item, java.net.URI.create("http://127.0.0.2/news/" + item.id()), NOON))
                    .toList();
            var text = new FeedDocument(outlet, java.net.URI.create("http://127.0.0.2/"), entries).text();
            if (outlet.feed() == Outlet.FeedForm.WRONG_FORMAT) {
                assertThat(text).startsWith("{");
                continue;
            }
            if (outlet.feed() == Outlet.FeedForm.LISTING) {
                assertThat(Jsoup.parse(text).select("ul.news > li:has(a[href^=/news/]):has(.day)"))
                        .hasSameSizeAs(entries);
                continue;
            }
            var document = Jsoup.parse(text, org.jsoup.parser.Parser.xmlParser());
            assertThat(document.select("item, entry")).as(outlet.id()).hasSameSizeAs(entries);
            assertThat(document.select("item:has(pubDate), entry:has(published)"))
                    .as(outlet.id())
                    .hasSize(count(entries, item -> item.entryForm() != Item.EntryForm.NO_DATE));
            assertThat(document.select("item > link, entry > link"))
                    .as(outlet.id())
                    .hasSize(count(entries, item -> item.entryForm() != Item.EntryForm.NO_LINK));
        }
    }

    private static int count(List<FeedDocument.Entry> entries, Predicate<Item> which) {
        return (int)
                entries.stream().map(FeedDocument.Entry::item).filter(which).count();
    }

    private static Page page(Script script, Item item) {
        var outlet = script.outlets().stream()
                .filter(one -> one.id().equals(item.outlet()))
                .findFirst()
                .orElseThrow();
        return new Page(outlet, item, NOON, List.of("Another title"));
    }
}
