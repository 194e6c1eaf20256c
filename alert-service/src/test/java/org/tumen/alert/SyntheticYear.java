package org.tumen.alert;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.history.History;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/**
 * A history of state media for tests, made by chance from a seed: six outlets publish every day, and tell of greetings on
 * the days on which they are usual, and of visits now and then.
 */
final class SyntheticYear {

    static final LocalDate FIRST = LocalDate.parse("2025-08-01");
    static final LocalDate LAST = LocalDate.parse("2026-09-08");
    static final List<String> OUTLETS = List.of("state-a", "state-b", "state-c", "state-d", "state-e", "state-f");

    private static final List<String> GREETINGS = List.of(
            "2025-09-09",
            "2025-10-01",
            "2025-10-06",
            "2025-10-10",
            "2025-10-25",
            "2026-01-01",
            "2026-02-16",
            "2026-04-15",
            "2026-07-11",
            "2026-07-27",
            "2026-08-01");

    private static final AtomicInteger ARTICLES = new AtomicInteger();

    private final History history;
    private final JdbcClient jdbc;
    private final SplittableRandom random = new SplittableRandom(22);

    SyntheticYear(History history, JdbcClient jdbc) {
        this.history = history;
        this.jdbc = jdbc;
    }

    /** Writes it, once however often it is asked for. */
    void write() {
        if (published() > 0) {
            return;
        }
        OUTLETS.forEach(outlet -> publishesOn(outlet, FIRST, LAST));
        for (var day : GREETINGS) {
            for (var outlet : OUTLETS) {
                if (random.nextDouble() < 0.7) {
                    keep(outlet, LocalDate.parse(day), "leader-message", "PRC", "DPRK", Polarity.CLOSER);
                }
            }
        }
        FIRST.datesUntil(LAST.plusDays(1))
                .filter(_ -> random.nextDouble() < 0.2)
                .forEach(day -> {
                    keep(outlet(), day, "people-exchange", "PRC", "DPRK", Polarity.CLOSER);
                    keep(outlet(), day, "people-exchange", "PRC", "DPRK", Polarity.CLOSER);
                });
    }

    /** As an outlet does that has nothing to tell. */
    void publishesOn(String outlet, LocalDate first, LocalDate last) {
        jdbc.sql("""
                insert into outlet_day (kind, day, family)
                select 'STATE_MEDIA', day::date, ? from generate_series(?::date, ?::date, '1 day') as day
                on conflict do nothing""").params(outlet, first, last).update();
        jdbc.sql("""
                insert into outlets_on_day (kind, day, outlets)
                select kind, day, count(*) from outlet_day where kind = 'STATE_MEDIA' group by 1, 2
                on conflict (kind, day) do update set outlets = excluded.outlets""").update();
    }

    void keep(String outlet, LocalDate day, String signal, String giver, String receiver, Polarity polarity) {
        history.keep(tells(outlet, SourceKind.STATE_MEDIA, day, signal, giver, receiver, polarity));
    }

    /** An article of an outlet on a day with one reported episode. */
    static ArticleAssessed tells(
            String outlet,
            SourceKind kind,
            LocalDate day,
            String signal,
            String giver,
            String receiver,
            Polarity polarity) {
        var article = article(outlet, kind);
        return at(
                day,
                article,
                Assessments.finding(
                        article, signal, giver, receiver, null, polarity, Tier.EPISODIC, Status.REPORTED, 0.8, "told"));
    }

    static Article article(String outlet, SourceKind kind) {
        var url = URI.create("https://" + outlet + ".example.org/synthetic/" + ARTICLES.incrementAndGet());
        var source = new Source(new FeedId(outlet), "The " + outlet, outlet, kind, "KP");
        return new Article(ArticleId.of(url), 1, source, url, "Of the day, by " + outlet, "It is told.", null, "en");
    }

    static ArticleAssessed at(LocalDate day, Article article, Finding... findings) {
        var noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new ArticleAssessed(
                article,
                List.of(findings),
                List.of(),
                "c1",
                "m1",
                Hops.discovered(noon, noon.plusSeconds(60))
                        .fetched(noon.plusSeconds(61))
                        .assessed(noon.plusSeconds(61)));
    }

    private String outlet() {
        return OUTLETS.get(random.nextInt(OUTLETS.size()));
    }

    private int published() {
        return jdbc.sql("select count(*) from outlet_day where family = ?")
                .param(OUTLETS.getFirst())
                .query(Integer.class)
                .single();
    }
}
