package org.tumen.alert.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was put on a dead-letter topic, by its key: a note for whoever looks for an article. The topic has the record itself. */
@Repository
public class PutAside {

    private static final Logger log = LoggerFactory.getLogger(PutAside.class);
    private static final int LONGEST_REASON = 500;
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    PutAside(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A record that was put aside. */
    public record Note(String topic, String reason, Instant at) {}

    /** A database that is away, which may be the very reason, does not hold the partition up. */
    void note(ConsumerRecord<?, ?> record, String reason) {
        try {
            jdbc.sql("insert into put_aside (topic, key, reason, at) values (:topic, :key, :reason, :at)")
                    .param("topic", record.topic())
                    .param("key", storable(String.valueOf(record.key())))
                    .param("reason", storable(reason))
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("delete from put_aside where at < :before")
                    .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("topic", record.topic()).setCause(e).log("A dead letter was not noted");
        }
    }

    /** Those of these keys, newest first. */
    public List<Note> of(Collection<String> keys) {
        return jdbc.sql("select topic, reason, at from put_aside where key = any(:keys) order by at desc limit 20")
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> new Note(
                        row.getString("topic"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String storable(String text) {
        var cut = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
        return cut.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    }
}
