package org.tumen.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.model.assessment.ArticleAssessed;
import reactor.core.publisher.Flux;

/**
 * How long each view takes with 100,000 stories stored, at 20 requests a second, and how many bytes it has. No test: it is run by
 * hand ({@code mvn -pl alert-service -am verify -Dtest=None -Dit.test=PageSpeed -Dtests.compiler= ...}) and prints a table.
 */
@Tag("speed")
class PageSpeed extends WholeService {

    private static final int STORIES = 100_000;
    private static final int A_SECOND = 20;
    private static final int WARM_UP = 40;
    private static final Duration EACH = Duration.ofSeconds(10);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void printsHowLongEachViewTakes() {
        var assessed = Assessments.of("shown-on-page", "A story of many", "Somebody opened a road.", "opened a road");
        publish(assessed);
        soon(() -> assertThat(hasText(assessed)).isTrue());
        multiply(assessed);
        var views = List.of(
                "/",
                "/?signal=shown-on-page",
                "/?language=en&kind=agency",
                "/?signal=none-such",
                "/stories/" + storyOf(assessed),
                "/triangle",
                "/triangle/items?signal=shown-on-page",
                "/feeds",
                "/deliveries?state=all",
                "/silences",
                "/subscriptions",
                "/trace?url=" + assessed.article().url());
        System.out.printf("%-52s %8s %8s %8s %9s %9s%n", "view", "p50 ms", "p95 ms", "max ms", "bytes", "gzip");
        views.forEach(this::measure);
        var parts = List.of(
                "/tumen.css", "/tumen.js", "/tumen.theme.js", "/tumen.svg", "/webjars/htmx.org/dist/htmx.min.js");
        System.out.printf(
                "Now with all of its parts: %d bytes, as browsers ask for it %d%n",
                get("/").getBytes(UTF_8).length
                        + parts.stream()
                                .mapToInt(part -> get(part).getBytes(UTF_8).length)
                                .sum(),
                transferred("/") + parts.stream().mapToInt(this::transferred).sum());
    }

    private void measure(String view) {
        for (var i = 0; i < WARM_UP; i++) {
            get(view);
        }
        var times = requireNonNull(Flux.interval(Duration.ofMillis(1000 / A_SECOND))
                .take(EACH.toSeconds() * A_SECOND)
                .flatMap(
                        _ -> {
                            var start = Instant.now();
                            return client().get()
                                    .uri(view)
                                    .retrieve()
                                    .toEntity(byte[].class)
                                    .map(_ -> Duration.between(start, Instant.now())
                                                    .toNanos()
                                            / 1e6);
                        },
                        256)
                .sort()
                .collectList()
                .block());
        System.out.printf(
                Locale.ROOT,
                "%-52s %8.1f %8.1f %8.1f %9d %9d%n",
                view.length() > 52 ? view.substring(0, 52) : view,
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.getLast(),
                get(view).getBytes(UTF_8).length,
                transferred(view));
    }

    /** As browsers ask for it, in bytes. */
    private int transferred(String path) {
        var body = client().get()
                .uri(path)
                .header("Accept-Encoding", "gzip")
                .retrieve()
                .bodyToMono(byte[].class)
                .block();
        return requireNonNull(body).length;
    }

    /** As many stories with an article, an alert, a route and a delivery each, over half a year. */
    private void multiply(ArticleAssessed assessed) {
        var statements = new ArrayList<String>();
        statements.add("""
                insert into story (id, first_at, last_at, changed_at)
                select 'story-' || lpad(to_hex(n), 32, '0'), at, at, at
                from (select n, now() - n * interval '156 seconds' as at from generate_series(1, :stories) as n) as all_of_them""");
        statements.add("""
                insert into assessed_article (
                    article_id, revision, published_at, language, family, origin, catalogue_version, kind, feed, publisher, title, url,
                    discovered_at, assessment, kept_at)
                select lpad(to_hex(n), 64, '0'), 1, now() - n * interval '156 seconds', language, family, null, catalogue_version, kind,
                    'feed-' || n % 60, publisher, title, url || '/' || n, now() - n * interval '156 seconds', assessment, kept_at
                from assessed_article, generate_series(1, :stories) as n where article_id = :article""");
        statements.add("""
                insert into past_finding (article_id, signal, giver, receiver, tier, polarity, status, score, day, kind, voice, copy)
                select lpad(to_hex(n), 64, '0'), case n % 20 when 0 then signal else 'signal-' || n % 20 end, giver, receiver, tier,
                    polarity, status, score, (now() - n * interval '156 seconds')::date, kind, 'voice-' || n % 60, copy
                from past_finding, generate_series(1, :stories) as n where article_id = :article""");
        statements.add("""
                insert into alert (
                    id, article_id, story_id, raised_at, text, event, trace, signals, pairs, chance, language, source_kind)
                select 'alert-' || lpad(to_hex(n), 32, '0'), lpad(to_hex(n), 64, '0'), 'story-' || lpad(to_hex(n), 32, '0'),
                    now() - n * interval '156 seconds', text,
                    jsonb_set(jsonb_set(event, '{id}', to_jsonb('alert-' || lpad(to_hex(n), 32, '0'))), '{findings,0,signal}',
                        case n % 20 when 0 then event #> '{findings,0,signal}' else to_jsonb('signal-' || n % 20) end), trace,
                    case n % 20 when 0 then signals else array['signal-' || n % 20] end, pairs, chance, language, source_kind
                from alert, generate_series(1, :stories) as n where article_id = :article""");
        statements.add("""
                insert into route (alert_id, subscription, reason, findings)
                select 'alert-' || lpad(to_hex(n), 32, '0'), 'shown', 'signal', '{0}' from generate_series(1, :stories) as n""");
        statements.add("""
                insert into delivery (id, alert_id, subscription, channel, target, state, created_at, settled_at)
                select 'delivery-' || lpad(to_hex(n), 32, '0'), 'alert-' || lpad(to_hex(n), 32, '0'), 'shown', 'email',
                    'desk-' || n % 40 || '@example.org', 'delivered', now() - n * interval '156 seconds', now()
                from generate_series(1, :stories) as n""");
        statements.forEach(statement -> jdbc.sql(statement)
                .param("stories", STORIES)
                .param("article", assessed.article().id().value())
                .update());
        jdbc.sql("vacuum analyze").update();
    }
}
