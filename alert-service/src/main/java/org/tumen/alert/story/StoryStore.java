package org.tumen.alert.story;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.Optional;
import java.util.stream.Collectors;
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
    public Optional<Member> member(ArticleId article) {
        return jdbc.sql("select story_id, revision, account from story_article where article_id = :article")
                .param("article", article.value())
                .query((row, _) -> new Member(
                        new StoryId(row.getString("story_id")),
                        row.getInt("revision"),
                        account(row.getString("account"))))
                .optional();
    }

    @Override
    public List<Candidate> candidates(Account account, Instant from, Instant to) {
        var accounts = new LinkedHashMap<String, List<Account>>();
        jdbc.sql("""
                with near as (
                    select distinct s.id, s.last_at from story s join story_key k on k.story_id = s.id
                    where k.key = any(:keys) and s.last_at >= :from and s.first_at <= :to
                    order by s.last_at desc limit :most)
                select story_id, account from (
                    select story_id, account, position, copy_of,
                        row_number() over (partition by story_id order by position) as place,
                        row_number() over (partition by story_id order by position desc) as place_from_end
                    from story_article
                    where story_id in (select id from near)
                        or story_id in (select story_id from story_article where copy_of = :copyOf)) as all_accounts
                where place <= :first or place_from_end <= :last or copy_of = :copyOf
                order by story_id, position""")
                .param("keys", keys(account))
                .param("from", at(from))
                .param("to", at(to))
                .param("most", MOST_CANDIDATES)
                .param("copyOf", copyOf(account))
                .param("first", FIRST_ACCOUNTS)
                .param("last", LAST_ACCOUNTS)
                .query(row -> {
                    accounts.computeIfAbsent(row.getString("story_id"), _ -> new ArrayList<>())
                            .add(account(row.getString("account")));
                });
        return accounts.entrySet().stream()
                .map(story -> new Candidate(story.getKey(), story.getValue()))
                .toList();
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
                    returning id),
                article as (
                    insert into story_article (article_id, story_id, revision, copy_of, account)
                    select :article, id, :revision, :copyOf, :account::jsonb from held
                    on conflict (article_id) do update set revision = excluded.revision, account = excluded.account)
                insert into story_key (story_id, key) select id, unnest(:keys::text[]) from held
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
    public void tell(StoryId story, SubscriptionId subscription, Told told, AlertId alert) {
        jdbc.sql("""
                insert into story_told (story_id, subscription, first_alert, origins, withdrawn, claims, score)
                values (:story, :subscription, :alert, :origins, :withdrawn, :claims, :score)
                on conflict (story_id, subscription) do update
                set origins = :origins, withdrawn = :withdrawn, claims = :claims, score = :score""")
                .param("story", story.value())
                .param("subscription", subscription.value())
                .param("alert", alert.value())
                .param("origins", told.origins())
                .param("withdrawn", told.withdrawn())
                .param("claims", told.claims().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("score", told.score())
                .update();
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
