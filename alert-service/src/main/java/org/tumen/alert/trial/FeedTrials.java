package org.tumen.alert.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.Event;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.json.EventJson;

/** Trials that were asked for, with what came of them; those that the broker does not have yet are an outbox. */
@Repository
public class FeedTrials {

    /** Whoever asked has seen it by then. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    FeedTrials(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** There is something to be published. */
    public record Asked() {}

    /** Keeps it until the broker has it, and forgets those of the day before. */
    void ask(FeedTrialRequested request) {
        jdbc.sql("delete from feed_trial where asked_at < :before")
                .param("before", request.at().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into feed_trial (trial, request, asked_at) values (:trial, cast(:request as jsonb), :at)")
                .param("trial", request.trial())
                .param("request", new String(EventJson.write(request), UTF_8))
                .param("at", request.at().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new Asked());
    }

    Optional<Trial> find(String trial) {
        return jdbc.sql("select request, answer from feed_trial where trial = :trial")
                .param("trial", trial)
                .query((row, _) -> {
                    var answer = row.getString("answer");
                    return new Trial(
                            read(row.getString("request"), FeedTrialRequested.class),
                            answer == null ? null : read(answer, FeedTried.class));
                })
                .optional();
    }

    /** What is to be published, for the caller's transaction; other instances leave it alone until that ends. */
    public List<FeedTrialRequested> unsent(int most) {
        return jdbc.sql("""
                select request from feed_trial where not sent order by asked_at limit :most
                for update skip locked""").param("most", most).query(String.class).list().stream()
                .map(json -> read(json, FeedTrialRequested.class))
                .toList();
    }

    /** The broker has it. */
    public void sent(FeedTrialRequested request) {
        jdbc.sql("update feed_trial set sent = true where trial = :trial")
                .param("trial", request.trial())
                .update();
    }

    /** Keeps the first answer. One to a trial that was forgotten is left out. */
    public void answered(FeedTried answer) {
        jdbc.sql("update feed_trial set answer = cast(:answer as jsonb) where trial = :trial and answer is null")
                .param("trial", answer.trial())
                .param("answer", new String(EventJson.write(answer), UTF_8))
                .update();
    }

    private static <E extends Event> E read(String json, Class<E> type) {
        return EventJson.read(json.getBytes(UTF_8), type);
    }
}
