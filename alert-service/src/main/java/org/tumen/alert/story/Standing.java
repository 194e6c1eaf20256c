package org.tumen.alert.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Linking;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.News;
import org.tumen.model.assessment.Status;

/**
 * How a story stands, over all that its articles say.
 *
 * @param origins independent origins that stand by it
 * @param withdrawn origins that have taken back what they said, be it the claim or its denial
 * @param reprints further articles that repeat them
 * @param claim how its claim stands
 * @param score the highest of the articles that stand by it, in [0, 1]
 */
record Standing(int origins, int withdrawn, int reprints, ClaimState claim, double score) {

    /** From the accounts of a story in the order of their arrival; at least one. */
    static Standing of(List<Account> accounts) {
        var behind = behind(accounts);
        var standing = behind.stream().filter(account -> !account.withdrawn()).toList();
        var origins = Linking.origins(behind);
        return new Standing(
                origins.standing(),
                origins.withdrawn() + withdrawnDenials(accounts, behind),
                Math.max(0, standing.size() - origins.standing()),
                origins.standing() == 0 ? ClaimState.RETRACTED : claim(accounts),
                standing.stream().mapToDouble(Account::score).max().orElse(0));
    }

    /** Who denies a claim does not stand behind it; where all deny, the denial is what they stand behind. */
    private static List<Account> behind(List<Account> accounts) {
        var claiming = accounts.stream()
                .filter(account -> account.status() != Status.DENIED)
                .toList();
        return claiming.isEmpty() ? accounts : claiming;
    }

    /** Where somebody stands behind the claim, those who denied it are not among them and are counted by themselves. */
    private static int withdrawnDenials(List<Account> accounts, List<Account> behind) {
        var denials =
                accounts.stream().filter(account -> !behind.contains(account)).toList();
        return denials.isEmpty() ? 0 : Linking.origins(denials).withdrawn();
    }

    /** Of a confirmation and a denial the later one counts; a mere report moves neither. */
    private static ClaimState claim(List<Account> accounts) {
        var claim = ClaimState.BACKGROUND;
        for (var account : accounts) {
            if (account.withdrawn()) {
                continue;
            }
            claim = switch (account.status()) {
                case ANNOUNCED -> ClaimState.CONFIRMED;
                case DENIED -> ClaimState.DENIED;
                case REPORTED ->
                    claim == ClaimState.BACKGROUND || claim == ClaimState.EXPECTED ? ClaimState.CLAIMED : claim;
                case ANTICIPATED -> claim == ClaimState.BACKGROUND ? ClaimState.EXPECTED : claim;
                case HISTORICAL, OPINION -> claim;
            };
        }
        return claim;
    }

    /**
     * What a subscription was told of the story.
     *
     * @param origins the most origins it was told of
     * @param withdrawn how many it was last told to have been taken back
     * @param claims every state of the claim it was told of: none is told twice
     * @param score the highest it was told
     */
    record Told(int origins, int withdrawn, Set<ClaimState> claims, double score) {

        Told {
            claims = Set.copyOf(claims);
        }

        /** With all that the story is now. */
        Told and(Standing now) {
            var states = EnumSet.of(now.claim());
            states.addAll(claims);
            return new Told(Math.max(origins, now.origins()), now.withdrawn(), states, Math.max(score, now.score()));
        }
    }

    Told told() {
        return new Told(origins, withdrawn, Set.of(claim), score);
    }

    /**
     * What is new to a subscription, most important first; empty when nothing is.
     *
     * @param told what it was told before; null when nothing
     * @param wanted whether its filter wants the article that came
     * @param edited whether the article that came had been told and says something else now
     */
    List<News> newsSince(@Nullable Told told, boolean wanted, boolean edited, StoryProperties limits) {
        if (told == null) {
            return wanted ? List.of(News.FIRST) : List.of();
        }
        var news = new ArrayList<News>(corrections(told, edited));
        if (wanted && origins > told.origins() && origins <= limits.originsTold()) {
            news.add(News.ORIGIN);
        }
        if (wanted && score >= told.score() + limits.scoreStep()) {
            news.add(News.SCORE);
        }
        return news;
    }

    /** Whoever was told a claim is told what became of it, wanted or not. */
    private List<News> corrections(Told told, boolean edited) {
        var news = new ArrayList<News>();
        if (!told.claims().contains(claim)) {
            switch (claim) {
                case CLAIMED -> news.add(News.CLAIMED);
                case CONFIRMED -> news.add(News.CONFIRMED);
                case DENIED -> news.add(News.DENIED);
                case EXPECTED, BACKGROUND, RETRACTED -> {
                    // Less than was told before; of a retraction the origins tell.
                }
            }
        }
        if (withdrawn > told.withdrawn()) {
            news.add(News.RETRACTED);
        }
        if (withdrawn < told.withdrawn()) {
            news.add(News.RESTORED);
        }
        if (edited && news.isEmpty()) {
            news.add(News.EDITED);
        }
        return news;
    }
}
