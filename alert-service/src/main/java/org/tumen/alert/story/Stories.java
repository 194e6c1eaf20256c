package org.tumen.alert.story;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.tumen.alert.story.Standing.Told;
import org.tumen.alert.story.StoryMemory.Kept;
import org.tumen.alert.story.StoryMemory.Member;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.alert.story.link.Linking;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.alert.story.link.Linking.Link;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Story;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.ArticleAssessed;

/**
 * Every story there is. All methods are part of the caller's transaction; of those that touch one signal between the same
 * two actors one runs at a time, across all instances, so that two articles that come at once begin one story and not two.
 */
@Service
@EnableConfigurationProperties(StoryProperties.class)
public class Stories {

    private static final int HEX_DIGITS = 32;

    private final StoryProperties properties;
    private final Linking linking;
    private final StoryMemory store;
    private final Clock clock;

    Stories(StoryProperties properties, StoryMemory store, Clock clock) {
        this.properties = properties;
        this.linking = properties.linking();
        this.store = store;
        this.clock = clock;
    }

    /** Stories of their own, in memory and for one thread, in which nothing has happened yet. */
    public Stories apart() {
        return new Stories(properties, new HeldStories(), clock);
    }

    /** What a revision does to the account of its article. */
    private enum Change {
        /** There was none: it is new. */
        NONE,
        /** It was here before, or a later one. */
        SEEN,
        EDITED,
        WITHDRAWN,
        CLAIM_GONE
    }

    /**
     * Puts an article into its story. The same article again changes nothing.
     *
     * @param mentions whether somebody wants the article for its words, whatever was found in it
     * @return empty when nobody does and nothing is or was found in it
     */
    public Optional<Placed> place(ArticleAssessed assessed, boolean mentions) {
        return place(assessed, mentions ? Optional.of(linking.mention(assessed)) : linking.account(assessed), false);
    }

    /** The same for one that is a story of its own, whatever it is like. */
    public Optional<Placed> placeAlone(ArticleAssessed assessed) {
        return place(assessed, linking.account(assessed), true);
    }

    private Optional<Placed> place(ArticleAssessed assessed, Optional<Account> account, boolean alone) {
        if (account.isEmpty() && assessed.article().revision() == 1) {
            return Optional.empty();
        }
        store.lock(locks(assessed, account));
        var around = store.around(assessed.article().id(), account.orElse(null), properties.window());
        var known = around.member();
        var revision = assessed.article().revision();
        if (known != null) {
            return Optional.of(again(known, account, revision));
        }
        return account.map(
                fresh -> alone ? begin(fresh, revision) : enter(assessed, fresh, around.candidates(), revision));
    }

    /** Where an article was put, and what follows for whom. */
    public final class Placed {

        private final StoryId story;
        private final Standing now;
        private final Map<SubscriptionId, Told> told;
        private final Set<SubscriptionId> waiting;
        private final Change change;

        /** All that is kept of the story, which nobody else changes until the end of the transaction. */
        private Placed(StoryId story, Change change, Kept kept) {
            this.story = story;
            this.change = change;
            this.now = Standing.of(kept.accounts());
            this.told = kept.told();
            this.waiting = kept.waiting();
        }

        public StoryId story() {
            return story;
        }

        /** Whether this revision of the article does not make its claim any more. */
        public boolean claimIsGone() {
            return change == Change.CLAIM_GONE;
        }

        /** Whether this revision of the article was put there before. */
        public boolean isSeen() {
            return change == Change.SEEN;
        }

        /** Whether the subscription was told of the story before. */
        public boolean wasTold(SubscriptionId subscription) {
            return told.containsKey(subscription);
        }

        /** Independent origins that stand by the story. */
        public int origins() {
            return now.origins();
        }

        /** Who was told of the story, or waits for it to have more origins. */
        public Set<SubscriptionId> concerned() {
            return Stream.concat(told.keySet().stream(), waiting.stream()).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether the subscription wanted an earlier article, but for the origins that the story had then. */
        public boolean isAwaitedBy(SubscriptionId subscription) {
            return waiting.contains(subscription);
        }

        /** Remembers that the subscription wants to be told when the story has more origins. */
        public void await(SubscriptionId subscription) {
            if (!wasTold(subscription) && !isAwaitedBy(subscription)) {
                store.await(story, subscription);
            }
        }

        /** What is new to the subscription, most important first; empty when there is nothing to tell it. */
        public List<News> newsFor(SubscriptionId subscription, boolean wanted) {
            var toTell = wanted && change != Change.WITHDRAWN;
            return now.newsSince(told.get(subscription), toTell, change == Change.EDITED, properties);
        }

        /** The story as it is told now. */
        public Story with(List<News> news) {
            return new Story(story, now.origins(), now.reprints(), now.claim(), news);
        }

        /** Remembers what these subscriptions are told with this alert. */
        public void tell(Collection<SubscriptionId> subscriptions, AlertId alert) {
            var all = new LinkedHashMap<SubscriptionId, Told>();
            for (var subscription : subscriptions) {
                var before = told.get(subscription);
                all.put(subscription, before == null ? now.told() : before.and(now));
            }
            store.tell(story, all, alert);
        }
    }

    /** The alert with which a subscription was first told of a story. */
    public Optional<AlertId> firstAlert(StoryId story, SubscriptionId subscription) {
        return store.firstAlert(story, subscription);
    }

    /**
     * Deletes stories to which nothing has come since this time.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        return store.forget(before, limit);
    }

    private Placed enter(ArticleAssessed assessed, Account account, List<Candidate> candidates, int revision) {
        return switch (link(assessed, account, candidates)) {
            case Link.Copy copy -> join(account, new StoryId(copy.story()), revision);
            case Link.Same same -> join(account, new StoryId(same.story()), revision);
            case Link.Answer answer -> join(account, new StoryId(answer.story()), revision);
            case Link.New _ -> begin(account, revision);
        };
    }

    /** What no story of these days takes may be the denial or confirmation of an older claim. */
    private Link link(ArticleAssessed assessed, Account account, List<Candidate> candidates) {
        var link = linking.decide(account, candidates);
        return link instanceof Link.New
                ? linking.answer(assessed, account)
                        .map(answer -> linking.decideLate(
                                answer, store.older(answer, account.at().minus(properties.answers()), account.at())))
                        .orElse(link)
                : link;
    }

    private Placed join(Account account, StoryId story, int revision) {
        store.put(story, revision, account, clock.instant());
        return new Placed(story, changeBy(account), store.kept(story));
    }

    /** Of what begins here all is known. */
    private Placed begin(Account account, int revision) {
        var story = new StoryId("story-" + account.article().value().substring(0, HEX_DIGITS));
        store.put(story, revision, account, clock.instant());
        return new Placed(story, changeBy(account), Kept.only(account));
    }

    private static Change changeBy(Account fresh) {
        return fresh.withdrawn() ? Change.WITHDRAWN : Change.NONE;
    }

    /** An article stays in the story in which it was put, whatever it says later. */
    private Placed again(Member known, Optional<Account> account, int revision) {
        if (revision <= known.revision()) {
            return unchanged(known.story());
        }
        var before = known.account();
        if (before.claims().isEmpty() && account.isEmpty()) {
            return unchanged(known.story()); // It claimed nothing; its words are wanted no more.
        }
        var claimGone = !before.claims().isEmpty()
                && account.stream().allMatch(one -> one.claims().isEmpty());
        var now = account.filter(_ -> !claimGone).orElseGet(() -> before.withdrawn(true));
        store.put(known.story(), revision, now, clock.instant());
        return new Placed(known.story(), change(before, now, claimGone), store.kept(known.story()));
    }

    private Placed unchanged(StoryId story) {
        store.hold(story);
        return new Placed(story, Change.SEEN, store.kept(story));
    }

    private static Change change(Account before, Account now, boolean claimGone) {
        if (claimGone) {
            return Change.CLAIM_GONE;
        }
        if (now.withdrawn()) {
            return Change.WITHDRAWN;
        }
        return !before.withdrawn() && now.saysOtherThan(before) ? Change.EDITED : Change.NONE;
    }

    private static List<String> locks(ArticleAssessed assessed, Optional<Account> account) {
        var article = assessed.article();
        var original = article.origin();
        var locks = new ArrayList<String>();
        locks.add("text " + (original == null ? article.id() : original));
        account.stream().flatMap(one -> one.claims().stream()).map(Claim::key).forEach(locks::add);
        return locks;
    }
}
