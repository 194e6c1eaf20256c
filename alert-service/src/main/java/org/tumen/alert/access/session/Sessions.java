package org.tumen.alert.access.session;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ServerWebExchange;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.Caller.Way;
import org.tumen.alert.access.secret.Secret;

/**
 * Who is logged in, in the database, so that any instance knows and a restart forgets nobody. The browser has a random word;
 * here is its hash. Safe for use by many threads.
 */
@Repository
@EnableConfigurationProperties(SessionProperties.class)
public class Sessions {

    /** The cookie's name. */
    public static final String COOKIE = "tumen_session";

    private final JdbcClient jdbc;
    private final SessionProperties properties;
    private final SessionCookie cookie;
    private final Clock clock;

    Sessions(JdbcClient jdbc, SessionProperties properties, SessionCookie cookie, Clock clock) {
        this.jdbc = jdbc;
        this.cookie = cookie;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins one; what comes back goes into the cookie. Old ones of everybody are forgotten. */
    public String begin(String person) {
        jdbc.sql("delete from login_session where created_at < :oldest or last_seen_at < :idle")
                .param("oldest", now().minus(properties.longest()))
                .param("idle", now().minus(properties.idle()))
                .update();
        var word = Secret.random();
        jdbc.sql(
                        "insert into login_session (hash, person, created_at, last_seen_at) values (:hash, :person, :now, :now)")
                .param("hash", Secret.hash(word))
                .param("person", person)
                .param("now", now())
                .update();
        return word;
    }

    /** Who comes with this cookie; empty when the session is over, or the person may not log in any more. */
    public Optional<Caller> caller(String word) {
        var hash = Secret.hash(word);
        var caller = jdbc.sql("""
                select p.name, p.role, p.must_change from login_session s join person p on p.name = s.person
                where s.hash = :hash and s.created_at > :oldest and s.last_seen_at > :idle and not p.disabled""")
                .param("hash", hash)
                .param("oldest", now().minus(properties.longest()))
                .param("idle", now().minus(properties.idle()))
                .query((row, _) -> new Caller(
                        row.getString("name"),
                        Role.of(row.getString("role")).orElseThrow(),
                        Way.SESSION,
                        row.getBoolean("must_change")))
                .optional();
        if (caller.isPresent()) {
            jdbc.sql("""
                    update login_session set last_seen_at = :now
                    where hash = :hash and last_seen_at < :now - interval '1 minute'""").param("now", now()).param("hash", hash).update();
        }
        return caller;
    }

    /** Gives the browser the cookie of a session. */
    public void setCookie(ServerWebExchange exchange, String word) {
        cookie.set(exchange, word);
    }

    void end(String word) {
        jdbc.sql("delete from login_session where hash = :hash")
                .param("hash", Secret.hash(word))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
