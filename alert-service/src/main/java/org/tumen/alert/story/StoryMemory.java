package org.tumen.alert.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.story.Standing.Told;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.article.ArticleId;

/** Where stories are kept, and what was told of each. */
interface StoryMemory {

    /** The newest stories that an article is held against, and the accounts that stand for each: the first and the last. */
    int MOST_CANDIDATES = 60;

    /** Of those of a month, for the few articles that look back so far. */
    int MOST_OLDER = 300;

    int FIRST_ACCOUNTS = 3;
    int LAST_ACCOUNTS = 5;

    /** An article of a story as it was last seen. */
    record Member(StoryId story, int revision, Account account) {}

    /** Waits until no other transaction decides on any of these, in one order for all, and keeps others from it until the end. */
    void lock(Collection<String> names);

    /**
     * What there is around an article.
     *
     * @param member the article itself, as it was last seen; null when it is new
     * @param candidates what it is held against if it is new; of a known one there may be none
     */
    record Around(@Nullable Member member, List<Candidate> candidates) {

        public Around {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Looks for the article, and for stories around what it says.
     *
     * @param account what it says; null when that is nothing
     */
    Around around(ArticleId article, @Nullable Account account, Duration window);

    /** The newest stories of that time, of a month say, that have a signal between the same two with it. */
    List<Candidate> older(Account account, Instant from, Instant to);

    /** Lets no other transaction at the story until this one ends. */
    void hold(StoryId story);

    /**
     * Adds the article to the story, which begins with it if it is not there, or replaces what it said before. From then on
     * the story is held.
     */
    void put(StoryId story, int revision, Account account, Instant now);

    /**
     * What is kept of a story.
     *
     * @param accounts in the order of their arrival
     * @param told what each subscription was told of it
     * @param waiting who wants to be told when the story has more origins
     */
    record Kept(List<Account> accounts, Map<SubscriptionId, Told> told, Set<SubscriptionId> waiting) {

        /** Of a story that has just begun. */
        static Kept only(Account account) {
            return new Kept(List.of(account), Map.of(), Set.of());
        }

        public Kept {
            accounts = List.copyOf(accounts);
            told = Map.copyOf(told);
            waiting = Set.copyOf(waiting);
        }
    }

    Kept kept(StoryId story);

    /** Remembers what these are told of a story with an alert. */
    void tell(StoryId story, Map<SubscriptionId, Told> told, AlertId alert);

    void await(StoryId story, SubscriptionId subscription);

    Optional<AlertId> firstAlert(StoryId story, SubscriptionId subscription);

    /** How many stories were deleted to which nothing had come since this time, at most the limit. */
    int forget(Instant before, int limit);
}
