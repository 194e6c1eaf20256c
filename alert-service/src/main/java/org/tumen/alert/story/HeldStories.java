package org.tumen.alert.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.story.Standing.Told;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.article.ArticleId;

/** Stories in memory, for one thread: to see what would become of articles. */
final class HeldStories implements StoryMemory {

    private final Map<StoryId, Held> stories = new LinkedHashMap<>();
    private final Map<String, Set<Held>> byKey = new HashMap<>();
    private final Map<ArticleId, Set<Held>> byCopy = new HashMap<>();
    private final Map<ArticleId, Member> members = new HashMap<>();

    private static final class Held {

        private final StoryId id;
        private final Map<ArticleId, Account> accounts = new LinkedHashMap<>();
        private final Map<SubscriptionId, Told> told = new HashMap<>();
        private final Map<SubscriptionId, AlertId> firstAlerts = new HashMap<>();
        private final Set<SubscriptionId> waiting = new HashSet<>();
        private Instant firstAt;
        private Instant lastAt;

        private Held(StoryId id, Instant at) {
            this.id = id;
            this.firstAt = at;
            this.lastAt = at;
        }

        private Candidate candidate(@Nullable ArticleId copyOf) {
            var all = List.copyOf(accounts.values());
            var standing = new LinkedHashSet<Account>();
            for (var i = 0; i < all.size(); i++) {
                if (i < FIRST_ACCOUNTS
                        || i >= all.size() - LAST_ACCOUNTS
                        || (copyOf != null && copyOf.equals(all.get(i).copyOf()))) {
                    standing.add(all.get(i));
                }
            }
            return new Candidate(id.value(), new ArrayList<>(standing));
        }
    }

    @Override
    public void lock(Collection<String> names) {
        // Nobody else is here.
    }

    @Override
    public void hold(StoryId story) {
        // Nobody else is here.
    }

    @Override
    public Around around(ArticleId article, @Nullable Account account, Duration window) {
        return new Around(
                members.get(article),
                account == null
                        ? List.of()
                        : candidates(
                                account,
                                account.at().minus(window),
                                account.at().plus(window),
                                MOST_CANDIDATES));
    }

    @Override
    public List<Candidate> older(Account account, Instant from, Instant to) {
        return candidates(account, from, to, MOST_OLDER);
    }

    private List<Candidate> candidates(Account account, Instant from, Instant to, int most) {
        var near = account.claims().stream()
                .map(Claim::key)
                .distinct()
                .flatMap(key -> byKey.getOrDefault(key, Set.of()).stream())
                .distinct()
                .filter(story -> !story.lastAt.isBefore(from) && !story.firstAt.isAfter(to))
                .sorted(Comparator.comparing((Held story) -> story.lastAt).reversed())
                .limit(most);
        var copyOf = account.copyOf();
        var copied = copyOf == null ? Stream.<Held>empty() : byCopy.getOrDefault(copyOf, Set.of()).stream();
        return Stream.concat(near, copied)
                .distinct()
                .map(story -> story.candidate(copyOf))
                .toList();
    }

    @Override
    public void put(StoryId story, int revision, Account account, Instant now) {
        var held = stories.computeIfAbsent(story, id -> new Held(id, account.at()));
        held.accounts.put(account.article(), account);
        held.firstAt = held.firstAt.isBefore(account.at()) ? held.firstAt : account.at();
        held.lastAt = held.lastAt.isAfter(account.at()) ? held.lastAt : account.at();
        account.claims()
                .forEach(claim -> byKey.computeIfAbsent(claim.key(), _ -> new LinkedHashSet<>())
                        .add(held));
        var copyOf = account.copyOf();
        if (copyOf != null) {
            byCopy.computeIfAbsent(copyOf, _ -> new LinkedHashSet<>()).add(held);
        }
        members.put(account.article(), new Member(story, revision, account));
    }

    @Override
    public Kept kept(StoryId story) {
        var held = held(story);
        return new Kept(List.copyOf(held.accounts.values()), held.told, held.waiting);
    }

    @Override
    public void tell(StoryId story, Map<SubscriptionId, Told> told, AlertId alert) {
        held(story).told.putAll(told);
        told.keySet().forEach(subscription -> held(story).firstAlerts.putIfAbsent(subscription, alert));
    }

    @Override
    public void await(StoryId story, SubscriptionId subscription) {
        held(story).waiting.add(subscription);
    }

    @Override
    public Optional<AlertId> firstAlert(StoryId story, SubscriptionId subscription) {
        return Optional.ofNullable(held(story).firstAlerts.get(subscription));
    }

    @Override
    public int forget(Instant before, int limit) {
        return 0; // All of it is forgotten together.
    }

    private Held held(StoryId story) {
        var held = stories.get(story);
        if (held == null) {
            throw new IllegalArgumentException("story: " + story + " (expected: one that was begun)");
        }
        return held;
    }
}
