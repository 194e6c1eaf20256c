package org.tumen.alert.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.notice.Notice.About;

/** The watches in the database. Reading one locks it until the end of the transaction. */
@Repository
class WatchStore {

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Watch> find(About about, String subject) {
        return jdbc.sql("select * from watch where about = :about and subject = :subject for update")
                .param("about", about.word())
                .param("subject", subject)
                .query(WatchStore::watch)
                .optional();
    }

    /** Those in trouble, whatever was told. */
    List<Watch> inTrouble(About about) {
        return jdbc.sql("select * from watch where about = :about and troubled order by subject for update")
                .param("about", about.word())
                .query(WatchStore::watch)
                .list();
    }

    /** Those of which operators do not know how they are, longest first. */
    List<Watch> untold() {
        return jdbc.sql("select * from watch where troubled <> told_troubled order by since, subject for update")
                .query(WatchStore::watch)
                .list();
    }

    void keep(Watch watch) {
        jdbc.sql("""
                insert into watch (about, subject, troubled, reason, since, told_troubled, told_at, times_told, notice_id)
                values (:about, :subject, :troubled, :reason, :since, :toldTroubled, :toldAt, :timesTold, :notice)
                on conflict (about, subject) do update set troubled = :troubled, reason = :reason, since = :since,
                    told_troubled = :toldTroubled, told_at = :toldAt, times_told = :timesTold, notice_id = :notice""")
                .param("about", watch.about().word())
                .param("subject", watch.subject())
                .param("troubled", watch.troubled())
                .param("reason", watch.reason())
                .param("since", at(watch.since()))
                .param("toldTroubled", watch.toldTroubled())
                .param("toldAt", at(watch.toldAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("timesTold", watch.timesTold())
                .param("notice", watch.notice())
                .update();
    }

    private static Watch watch(ResultSet row, int number) throws SQLException {
        var toldAt = row.getObject("told_at", OffsetDateTime.class);
        return new Watch(
                About.of(row.getString("about")),
                row.getString("subject"),
                row.getBoolean("troubled"),
                row.getString("reason"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("told_troubled"),
                toldAt == null ? null : toldAt.toInstant(),
                row.getInt("times_told"),
                row.getString("notice_id"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
