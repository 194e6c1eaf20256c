package org.tumen.alert.story;

import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
import static java.sql.Types.VARCHAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.story.Standing.Told;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.article.ArticleId;
import tools.jackson.databind.json.JsonMapper;

/** Stories in the database. All of it is part of the caller's transaction. */
@Repository
class StoryStore implements StoryMemory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String AROUND = """
            with newest as (
                select one.story_id, max(one.last_at) as last_at
                from (values KEYS) as wanted (key) cross join lateral (
                    select k.story_id, k.last_at from story_key k join story s on s.id = k.story_id
                    where k.key = wanted.key and k.last_at >= :from and s.first_at <= :to
                    order by k.last_at desc limit :most) as one
                group by one.story_id order by max(one.last_at) desc limit :most),
            near as (
                select story_id from newest
                union select story_id from story_article where copy_of = :copyOf)
            select true as member, story_id, revision, account, position from story_article where article_id = :article
            union all
            select false, near.story_id, 0, one.account, one.position from near cross join lateral (
                (select account, position from story_article where story_id = near.story_id order by position limit :first)
                union (select account, position from story_article
                    where story_id = near.story_id order by position desc limit :last)
                union (select account, position from story_article
                    where copy_of = :copyOf and story_id = near.story_id)) as one
            order by member, story_id, position""";

    private final JdbcClient jdbc;

    StoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(Collection<String> names) {
        jdbc.sql("""
                select pg_advisory_xact_lock(number) from (
                    select distinct hashtextextended(name, 20) as number from unnest(:names::text[]) as name
                    order by 1) as numbers""").param("names", names.toArray(String[]::new)).query(rows -> {});
    }

    @Override
    public Around around(ArticleId article, @Nullable Account account, Duration window) {
        return account == null
                ? look(article, null, Instant.EPOCH, Instant.EPOCH, MOST_CANDIDATES)
                : look(
                        article,
                        account,
                        account.at().minus(window),
                        account.at().plus(window),
                        MOST_CANDIDATES);
    }

    @Override
    public List<Candidate> older(Account account, Instant from, Instant to) {
        return look(null, account, from, to, MOST_OLDER).candidates();
    }

    /**
     * Of each key the newest stories are read from one end of an index, and of each story its first and last accounts from
     * both: it costs the same however much there is.
     */
    private Around look(@Nullable ArticleId article, @Nullable Account account, Instant from, Instant to, int most) {
        var members = new ArrayList<Member>();
        var accounts = new LinkedHashMap<String, List<Account>>();
        var keys = account == null ? new String[0] : keys(account);
        var statement = jdbc.sql(AROUND.replace("KEYS", places(keys.length)));
        for (var i = 0; i < keys.length; i++) {
            statement = statement.param("key" + i, keys[i]);
        }
        statement
                .param("article", article == null ? null : article.value(), VARCHAR)
                .param("from", at(from), TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(to), TIMESTAMP_WITH_TIMEZONE)
                .param("most", most)
                .param("copyOf", account == null ? null : copyOf(account), VARCHAR)
                .param("first", FIRST_ACCOUNTS)
                .param("last", LAST_ACCOUNTS)
                .query(row -> {
                    var story = row.getString("story_id");
                    var said = account(row.getString("account"));
                    if (row.getBoolean("member")) {
                        members.add(new Member(new StoryId(story), row.getInt("revision"), said));
                    } else {
                        accounts.computeIfAbsent(story, _ -> new ArrayList<>()).add(said);
                    }
                });
        return new Around(
                members.isEmpty() ? null : members.getFirst(),
                accounts.entrySet().stream()
                        .map(story -> new Candidate(story.getKey(), story.getValue()))
                        .toList());
    }

    /** Keys stand one by one: of an array the planner guesses ten, and plans anew each time, which is longer than the look. */
    private static String places(int keys) {
        return keys == 0
                ? "(cast(null as text))"
                : IntStream.range(0, keys)
                        .mapToObj("(cast(:key%d as text))"::formatted)
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void hold(StoryId story) {
        jdbc.sql("select 1 from story where id = :story for update")
                .param("story", story.value())
                .query(rows -> {});
    }

    @Override
    public void put(StoryId story, int revision, Account account, Instant now) {
        jdbc.sql("""
                with held as (
                    insert into story (id, first_at, last_at, changed_at) values (:story, :at, :at, :now)
                    on conflict (id) do update set
                        first_at = least(story.first_at, excluded.first_at),
                        last_at = greatest(story.last_at, excluded.last_at), changed_at = excluded.changed_at
                    returning id, last_at),
                article as (
                    insert into story_article (article_id, story_id, revision, copy_of, account)
                    select :article, id, :revision, :copyOf, :account::jsonb from held
                    on conflict (article_id) do update set revision = excluded.revision, account = excluded.account),
                known as (
                    update story_key k set last_at = :at from held where k.story_id = held.id and k.last_at < :at)
                insert into story_key (story_id, key, last_at) select id, unnest(:keys::text[]), last_at from held
                on conflict do nothing""")
                .param("story", story.value())
                .param("at", at(account.at()))
                .param("now", at(now))
                .param("article", account.article().value())
                .param("revision", revision)
                .param("copyOf", copyOf(account))
                .param("account", JSON.writeValueAsString(account))
                .param("keys", keys(account))
                .update();
    }

    @Override
    public Kept kept(StoryId story) {
        var accounts = new ArrayList<Account>();
        var told = new HashMap<SubscriptionId, Told>();
        var waiting = new HashSet<SubscriptionId>();
        jdbc.sql("""
                select 'account' as part, account::text as content, null as claims, 0 as origins, 0 as withdrawn,
                    0::float8 as score, position
                from story_article where story_id = :story
                union all
                select 'told', subscription, claims, origins, withdrawn, score, 0 from story_told where story_id = :story
                union all
                select 'waiting', subscription, null, 0, 0, 0, 0 from story_waiting where story_id = :story
                order by position""").param("story", story.value()).query(row -> {
            var content = row.getString("content");
            switch (row.getString("part")) {
                case "account" -> accounts.add(account(content));
                case "told" -> told.put(new SubscriptionId(content), told(row));
                default -> waiting.add(new SubscriptionId(content));
            }
        });
        return new Kept(accounts, told, waiting);
    }

    private static Told told(ResultSet row) throws SQLException {
        var claims = Arrays.stream((String[]) row.getArray("claims").getArray())
                .map(ClaimState::valueOf)
                .collect(Collectors.toSet());
        return new Told(row.getInt("origins"), row.getInt("withdrawn"), claims, row.getDouble("score"));
    }

    @Override
    public void tell(StoryId story, Map<SubscriptionId, Told> told, AlertId alert) {
        var rows = List.copyOf(told.entrySet());
        jdbc.sql("""
                insert into story_told (story_id, subscription, first_alert, origins, withdrawn, claims, score)
                select :story, subscription, :alert, origins, withdrawn, string_to_array(claims, ','), score
                from unnest(:subscriptions::text[], :origins::integer[], :withdrawn::integer[], :claims::text[],
                    :scores::float8[]) as told (subscription, origins, withdrawn, claims, score)
                on conflict (story_id, subscription) do update set origins = excluded.origins,
                    withdrawn = excluded.withdrawn, claims = excluded.claims, score = excluded.score""")
                .param("story", story.value())
                .param("alert", alert.value())
                .param(
                        "subscriptions",
                        rows.stream().map(row -> row.getKey().value()).toArray(String[]::new))
                .param(
                        "origins",
                        rows.stream().map(row -> row.getValue().origins()).toArray(Integer[]::new))
                .param(
                        "withdrawn",
                        rows.stream().map(row -> row.getValue().withdrawn()).toArray(Integer[]::new))
                .param(
                        "claims",
                        rows.stream().map(row -> claims(row.getValue())).toArray(String[]::new))
                .param(
                        "scores",
                        rows.stream().map(row -> row.getValue().score()).toArray(Double[]::new))
                .update();
    }

    private static String claims(Told told) {
        return told.claims().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public void await(StoryId story, SubscriptionId subscription) {
        jdbc.sql("insert into story_waiting (story_id, subscription) values (:story, :subscription) on conflict"
                        + " do nothing")
                .param("story", story.value())
                .param("subscription", subscription.value())
                .update();
    }

    @Override
    public Optional<AlertId> firstAlert(StoryId story, SubscriptionId subscription) {
        return jdbc.sql("select first_alert from story_told where story_id = :story and subscription = :subscription")
                .param("story", story.value())
                .param("subscription", subscription.value())
                .query((row, _) -> new AlertId(row.getString("first_alert")))
                .optional();
    }

    @Override
    public int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from story where id in (
                    select id from story where changed_at < :before order by changed_at limit :limit)""").param("before", at(before)).param("limit", limit).update();
    }

    private static Account account(String json) {
        return JSON.readValue(json, Account.class);
    }

    private static String[] keys(Account account) {
        return account.claims().stream().map(Claim::key).distinct().toArray(String[]::new);
    }

    /** Without an origin an article is copied by nobody but itself. */
    private static String copyOf(Account account) {
        var original = account.copyOf();
        return (original == null ? account.article() : original).value();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
