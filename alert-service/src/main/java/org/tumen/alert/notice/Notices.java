package org.tumen.alert.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The notices that are kept: they are said by deliveries, which try for days. */
@Repository
public class Notices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a notice, once; false when it is there already. */
    public boolean add(Notice notice) {
        return jdbc.sql("""
                        insert into notice (id, said_at, content) values (:id, :at, :content::jsonb)
                        on conflict do nothing""")
                        .param("id", notice.id())
                        .param("at", OffsetDateTime.ofInstant(notice.at(), ZoneOffset.UTC))
                        .param("content", JSON.writeValueAsString(notice))
                        .update()
                == 1;
    }

    public Optional<Notice> find(String id) {
        return jdbc.sql("select content from notice where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Notice.class));
    }

    /**
     * Deletes notices that were said before this time, with their deliveries.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from notice where id in (
                    select id from notice where said_at < :before order by said_at limit :limit)""")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
