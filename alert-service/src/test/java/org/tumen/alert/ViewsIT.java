package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tumen.model.Topic;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** What the views say of what came over the topics. */
class ViewsIT extends WholeService {

    @Test
    void aTraceTellsWhoWasToldAndWhyTheOthersWereNot() {
        var assessed = Assessments.of("shown-on-page", "Traced to its end", "Somebody laid a track.", "laid a track");
        publish(assessed);
        soon(() -> assertThat(hasText(assessed)).isTrue());

        assertThat(trace(assessed.article().url() + "?utm_source=mail"))
                .contains("Traced to its end", "It went all the way.")
                .contains("it began a story", "shown-on-page, PRC to DPRK, reported, 0.75")
                .contains("shown: signal shown-on-page, PRC to DPRK, score 0.75 at or above 0.00")
                .contains("again: signal shown-on-page is not given-up");
    }

    @Test
    void aTraceTellsWhereAnArticleWithoutAFindingWasDropped() {
        var article = Assessments.article("en", "Traced to nowhere", "It rained on the track.");
        publish(Assessments.of(article));
        soon(() -> assertThat(hasText(Assessments.of(article))).isTrue());
        assertThat(trace(article.url().toString()))
                .contains("It went no further than “assessed”: nothing was found in it, catalogue c1.");
    }

    @Test
    void aTraceKnowsWhatWasPutAsideAndWhatNeverCame() {
        var url = "https://news.example.org/put-aside";
        var key = ArticleId.of(URI.create(url)).value();
        publish(new ProducerRecord<>(Topic.ASSESSMENTS.topicName(), key, "no event".getBytes(StandardCharsets.UTF_8)));
        soon(() -> assertThat(trace(url)).contains("put aside", "It was dropped here, and waits"));
        assertThat(trace("https://nowhere.example.org/never-came"))
                .contains("no assessment of it has ever come", "is there a feed for it?");
    }

    @Test
    void feedsShowWhatTheCrawlerSaidAndTheirLastTrouble() {
        var since = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        say(FeedState.HEALTHY, FeedState.FAILING, since, "connect <b>timed out</b>");
        say(FeedState.FAILING, FeedState.HEALTHY, since.plusSeconds(60), "answers again");
        soon(() -> assertThat(get("/feeds"))
                .contains("views-feed", "answers again", "connect &lt;b&gt;timed out&lt;/b&gt;")
                .contains("./tumen feeds check https://"));
    }

    @Test
    void thePointsOfTheTriangleLeadToTheirItems() {
        var article = Assessments.article("en", "An item of the triangle", "Somebody sent an envoy to the North.");
        var day = Instant.now().minus(1, ChronoUnit.DAYS);
        publish(Assessments.at(
                day, article, Assessments.finding(article, "triangle-item", Status.REPORTED, 0.75, "sent an envoy")));
        soon(() -> assertThat(get("/triangle/items?pair=DPRK-PRC&signal=triangle-item"))
                .contains("An item of the triangle", "n = <span>1</span>"));
        // Worked out at most twice a minute: the item itself may come later.
        assertThat(get("/triangle"))
                .contains("North Korea – China", "href=\"/triangle/items?pair=DPRK-PRC&amp;from=", "By month")
                .containsPattern("<th scope=\"row\">(?:<a href=\"[^\"]*\">|<span>)[A-Z][a-z]{2} 20[0-9]{2}<");
    }

    @Test
    void aStoryShowsWhoHasTakenItOnAndWhen() {
        var assessed = Assessments.of("shown-on-page", "Nobody has it yet", "Somebody laid a wire.", "laid a wire");
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        var page = "/stories/" + storyOf(assessed);
        assertThat(get(page))
                .contains("action=\"/alerts/" + idOf(assessed) + "/acknowledge\"", "Acknowledge</button>")
                .doesNotContain("Taken on by");

        post("/api/v1/alerts/" + idOf(assessed) + "/acknowledge", "{\"by\": \"<b>Min</b>\", \"comment\": \"on it\"}");

        assertThat(get(page))
                .contains("Taken on by", "&lt;b&gt;Min&lt;/b&gt;", "just now", "on it")
                .doesNotContain("Acknowledge</button>");
    }

    /** The date is that of the jar, which every build has alike: a browser would keep the files of the version before. */
    @ParameterizedTest
    @ValueSource(strings = {"/tumen.css", "/tumen.js", "/webjars/htmx.org/dist/htmx.min.js"})
    void aBrowserKeepsAFileForAsLongAsItsContentIsTheSame(String file) {
        var first = file(file, "\"another\"");
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(first.getHeaders().getLastModified()).as("no date").isEqualTo(-1);
        assertThat(first.getHeaders().getETag()).isNotNull();
        assertThat(file(file, String.valueOf(first.getHeaders().getETag())).getStatusCode())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    private ResponseEntity<Void> file(String path, String seen) {
        return requireNonNull(client().get()
                .uri(path)
                .header("If-None-Match", seen)
                .exchangeToMono(response -> response.toBodilessEntity())
                .block());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stories/story-00000000000000000000000000000000",
                "/subscriptions/none",
                "/feed-trials/none",
                "/acknowledge/bm9ib2R5.AAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNotThereSaysWhatToDo(String path) {
        var answer = client().get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchangeToMono(response -> response.bodyToMono(String.class)
                        .map(body -> response.statusCode().value() + " " + body))
                .block();
        assertThat(answer)
                .startsWith("" + HttpStatus.NOT_FOUND.value())
                .contains("That is not here", "href=\"/trace\"");
    }

    private void say(FeedState before, FeedState now, Instant since, String reason) {
        publish(EventRecords.write(Envelope.first(
                new FeedHealthChanged(new FeedId("views-feed"), before, now, since, reason),
                URI.create("/crawler-service"),
                since)));
    }

    private String trace(String url) {
        return requireNonNull(client().get()
                .uri(URI.create(address() + "/trace?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)))
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }
}
