package org.tumen.alert.access.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.Caller.Way;
import org.tumen.alert.access.secret.Secret;

/** The tokens of programs. Safe for use by many threads. */
@Repository
public class Tokens {

    /** By which a token that was pasted somewhere is found. */
    private static final String BEGINNING = "tumen_";

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A token, without what opens the door.
     *
     * @param person to whom it belongs; null for one of the service itself
     * @param role the most that it may do; its person's own role may allow less
     * @param expiresAt null for one that does not end by itself
     */
    public record Token(
            String id,
            @Nullable String person,
            String name,
            Role role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /**
     * A token that was just made.
     *
     * @param secret is not shown again
     */
    public record Made(Token token, String secret) {}

    /** Makes one. */
    @Transactional
    public Made make(@Nullable String person, String name, Role role, @Nullable Instant expiresAt) {
        var secret = BEGINNING + Secret.random();
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into api_token (id, hash, person, name, role, created_at, expires_at)
                values (:id, :hash, :person, :name, :role, :now, :expires)""")
                .param("id", id)
                .param("hash", Secret.hash(secret))
                .param("person", person)
                .param("name", name)
                .param("role", role.word())
                .param("now", now())
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new Made(find(id).orElseThrow(), secret);
    }

    /** Who comes with this token; empty when it is none, was revoked, has expired, or its person may not log in. */
    public Optional<Caller> caller(String secret) {
        return secret.startsWith(BEGINNING) ? used(Secret.hash(secret)) : Optional.empty();
    }

    Optional<Token> find(String id) {
        return jdbc.sql("select * from api_token where id = :id")
                .param("id", id)
                .query((row, _) -> token(row))
                .optional();
    }

    /**
     * Newest first.
     *
     * @param person whose; null for everybody's
     * @param after the place of the one before the first; empty for the beginning
     */
    List<Token> of(@Nullable String person, String after, int limit) {
        return jdbc.sql("""
                select * from api_token
                where (cast(:person as text) is null or person = :person)
                    and (:after = '' or (created_at, id) < (select created_at, id from api_token where id = :after))
                order by created_at desc, id desc limit :limit""")
                .param("person", person)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> token(row))
                .list();
    }

    /** It opens nothing from now on. */
    void revoke(String id) {
        jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Revokes those of the service itself that have this name. */
    void revokeOwn(String name) {
        jdbc.sql("update api_token set revoked_at = :now where person is null and name = :name and revoked_at is null")
                .param("now", now())
                .param("name", name)
                .update();
    }

    private Optional<Caller> used(byte[] hash) {
        var caller = jdbc.sql("""
                select t.name, t.person, t.role, p.role as person_role, coalesce(p.must_change, false) as must_change
                from api_token t left join person p on p.name = t.person
                where t.hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
                    and (t.person is null or not p.disabled)""")
                .param("hash", hash)
                .param("now", now())
                .query((row, _) -> caller(row))
                .optional();
        if (caller.isPresent()) {
            jdbc.sql("""
                    update api_token set last_used_at = :now
                    where hash = :hash and (last_used_at is null or last_used_at < :now - interval '1 minute')""").param("now", now()).param("hash", hash).update();
        }
        return caller;
    }

    private static Caller caller(ResultSet row) throws SQLException {
        var role = Role.of(row.getString("role")).orElseThrow();
        var person = row.getString("person");
        return person == null
                ? new Caller(row.getString("name"), role, Way.TOKEN, false)
                : new Caller(
                        person,
                        role.orLess(Role.of(row.getString("person_role")).orElseThrow()),
                        Way.TOKEN,
                        row.getBoolean("must_change"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
