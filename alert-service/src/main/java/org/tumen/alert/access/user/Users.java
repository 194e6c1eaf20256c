package org.tumen.alert.access.user;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.secret.Secret;
import org.tumen.alert.page.Precondition;

/** The persons. Passwords are kept as Spring's delegating encoder writes them, bcrypt today. Safe for use by many threads. */
@Repository
public class Users {

    /** Of the advisory lock under which persons are changed: two administrators must not remove each other at once. */
    private static final long LOCK = 0x74756D656E2D7573L;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    /** Of no password: who names nobody waits as long as who names somebody. */
    private final String hashOfNobody = hash(Secret.random());

    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A person.
     *
     * @param mustChange whether the password was given by somebody else and is good only to choose another
     * @param subject by whom the provider of identities knows the person; null of those who have a password here
     * @param lastLoginAt null before the first time
     * @param change of a later state it is higher
     */
    public record User(
            String name,
            Role role,
            boolean mustChange,
            boolean disabled,
            @Nullable String subject,
            Instant createdAt,
            @Nullable Instant lastLoginAt,
            long change) {

        boolean isActiveAdministrator() {
            return role == Role.ADMINISTRATOR && !disabled;
        }
    }

    /** What came of an attempt to change a person. */
    sealed interface Outcome {

        record Done(User before, User after) implements Outcome {}

        record Missing() implements Outcome {}

        /** Somebody changed it meanwhile. */
        record Other(User user) implements Outcome {}

        /** Nobody could make another administrator any more. */
        record LastAdministrator() implements Outcome {}
    }

    public Optional<User> find(String name) {
        return jdbc.sql("select * from person where name = :name")
                .param("name", name)
                .query((row, _) -> user(row))
                .optional();
    }

    /** The person who has this password; empty also for those who may not log in. It takes the same time for all. */
    public Optional<User> withPassword(String name, String password) {
        var hash = jdbc.sql("select password_hash from person where name = :name and password_hash is not null")
                .param("name", name)
                .query(String.class)
                .optional();
        var matches = encoder.matches(password, hash.orElse(hashOfNobody));
        return matches && hash.isPresent() ? find(name).filter(user -> !user.disabled()) : Optional.empty();
    }

    public void loggedIn(String name) {
        jdbc.sql("update person set last_login_at = :now where name = :name")
                .param("now", now())
                .param("name", name)
                .update();
    }

    /** Whether there is nobody yet. */
    boolean isEmpty() {
        return jdbc.sql("select not exists (select from person)")
                .query(Boolean.class)
                .single();
    }

    /** By name, after this one. */
    List<User> after(String name, int limit) {
        return jdbc.sql("select * from person where name > :name order by name limit :limit")
                .param("name", name)
                .param("limit", limit)
                .query((row, _) -> user(row))
                .list();
    }

    /**
     * Makes a person whose password must be changed at the first login.
     *
     * @return false when there is one of this name
     */
    public boolean add(String name, Role role, String oneTimePassword) {
        return jdbc.sql("""
                        insert into person (name, role, password_hash, must_change, created_at, change)
                        values (:name, :role, :hash, true, :now, nextval('person_change')) on conflict do nothing""")
                        .param("name", name)
                        .param("role", role.word())
                        .param("hash", hash(oneTimePassword))
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * Makes or brings up to date a person whom a provider of identities vouches for.
     *
     * @return empty when the name belongs to somebody else, or the person may not log in
     */
    @Transactional
    public Optional<User> vouchedFor(String subject, String name, Role role) {
        jdbc.sql("""
                insert into person (name, role, subject, created_at, change)
                values (:name, :role, :subject, :now, nextval('person_change')) on conflict do nothing""")
                .param("name", name)
                .param("role", role.word())
                .param("subject", subject)
                .param("now", now())
                .update();
        jdbc.sql("""
                update person set role = :role, change = nextval('person_change')
                where subject = :subject and role <> :role""").param("role", role.word()).param("subject", subject).update();
        return jdbc.sql("select * from person where subject = :subject and not disabled")
                .param("subject", subject)
                .query((row, _) -> user(row))
                .optional();
    }

    /** Gives a password of the person's own choice. Every other session ends. */
    @Transactional
    public void choosePassword(String name, String password) {
        password(name, password, false);
    }

    /** Gives a password that must be changed at the next login; every session of the person ends. */
    @Transactional
    public void giveOneTimePassword(String name, String password) {
        password(name, password, true);
    }

    /**
     * Gives another role, or takes or gives back the right to log in.
     *
     * @param condition what the person must be like
     */
    @Transactional
    Outcome change(String name, Role role, boolean disabled, Precondition condition) {
        var stays = role == Role.ADMINISTRATOR && !disabled;
        return with(name, condition, stays, before -> {
            jdbc.sql("""
                    update person set role = :role, disabled = :disabled, change = nextval('person_change')
                    where name = :name""")
                    .param("role", role.word())
                    .param("disabled", disabled)
                    .param("name", name)
                    .update();
            return find(name).orElseThrow();
        });
    }

    /** With sessions and tokens; what the person did stays in the trail. */
    @Transactional
    Outcome remove(String name, Precondition condition) {
        return with(name, condition, false, before -> {
            jdbc.sql("delete from person where name = :name")
                    .param("name", name)
                    .update();
            return before;
        });
    }

    /** The administrator of the first start, as long as nobody has logged in at all. */
    Optional<User> awaitedAdministrator() {
        return jdbc.sql("""
                        select * from person
                        where must_change and last_login_at is null and role = 'administrator'
                            and not exists (select from person where last_login_at is not null or not must_change)
                        order by created_at limit 1""").query((row, _) -> user(row)).optional();
    }

    private interface Act {
        User on(User before);
    }

    private Outcome with(String name, Precondition condition, boolean staysAdministrator, Act act) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
        var before = find(name);
        if (before.isEmpty()) {
            return new Outcome.Missing();
        }
        if (!condition.holds(before.map(User::change))) {
            return new Outcome.Other(before.get());
        }
        if (before.get().isActiveAdministrator() && !staysAdministrator && otherAdministrators(name) == 0) {
            return new Outcome.LastAdministrator();
        }
        return new Outcome.Done(before.get(), act.on(before.get()));
    }

    private long otherAdministrators(String name) {
        return jdbc.sql("""
                select count(*) from person where role = 'administrator' and not disabled and name <> :name""").param("name", name).query(Long.class).single();
    }

    private void password(String name, String password, boolean mustChange) {
        jdbc.sql("""
                update person set password_hash = :hash, must_change = :must, change = nextval('person_change')
                where name = :name""")
                .param("hash", hash(password))
                .param("must", mustChange)
                .param("name", name)
                .update();
        endSessions(name);
    }

    private void endSessions(String name) {
        jdbc.sql("delete from login_session where person = :name")
                .param("name", name)
                .update();
    }

    private String hash(String password) {
        return requireNonNull(encoder.encode(password));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static User user(ResultSet row) throws SQLException {
        var last = row.getObject("last_login_at", OffsetDateTime.class);
        return new User(
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                last == null ? null : last.toInstant(),
                row.getLong("change"));
    }
}
