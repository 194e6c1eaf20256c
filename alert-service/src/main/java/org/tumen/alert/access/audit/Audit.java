package org.tumen.alert.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail of every change. The database itself refuses to change or delete what is written. */
@Repository
public class Audit {

    /** Of a description; a longer one ends with the hash of the whole, so that it can be told from another. */
    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A change.
     *
     * @param way {@code session}, {@code token}, {@code link} of a mail, or {@code service} itself
     * @param role of the caller; null where there was none
     * @param address from which the request came; null of what the service did by itself
     * @param action what was done: method and route, as {@code PUT /api/v1/subscriptions/{id}}
     * @param subject to what: the path
     * @param status of the answer; null of what the service did by itself
     * @param before what was there; null when there was nothing or nobody said
     * @param after what is there now
     */
    public record Entry(
            String who,
            String way,
            @Nullable String role,
            @Nullable String address,
            String action,
            String subject,
            @Nullable Integer status,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * A change with its place in the trail.
     *
     * @param position of a later change it is higher
     */
    record Placed(long position, Instant at, Entry change) {}

    public void add(Entry entry) {
        jdbc.sql("""
                insert into audit (at, who, way, role, address, action, subject, status, before, after)
                values (:at, :who, :way, :role, :address, :action, :subject, :status, :before, :after)""")
                .param("at", OffsetDateTime.now(clock))
                .param("who", entry.who())
                .param("way", entry.way())
                .param("role", entry.role())
                .param("address", entry.address())
                .param("action", entry.action())
                .param("subject", storable(entry.subject()))
                .param("status", entry.status())
                .param("before", storable(entry.before()))
                .param("after", storable(entry.after()))
                .update();
    }

    /** Newest first. */
    List<Placed> before(long position, int limit) {
        return jdbc.sql("select * from audit where position < :position order by position desc limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> new Placed(
                        row.getLong("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Entry(
                                row.getString("who"),
                                row.getString("way"),
                                row.getString("role"),
                                row.getString("address"),
                                row.getString("action"),
                                row.getString("subject"),
                                row.getObject("status", Integer.class),
                                row.getString("before"),
                                row.getString("after"))))
                .list();
    }

    /** PostgreSQL has no place for a zero character, nor UTF-8 for half of a pair. */
    private static @Nullable String storable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clean = text.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "… sha256:" + hash(text);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
