package org.tumen.bench.stories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.alert.story.link.Account;
import org.tumen.alert.story.link.Linking;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.alert.story.link.Linking.Link;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessor;
import org.tumen.crawler.duplicate.WireCredit;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;

/**
 * Puts items into stories as the services do: the crawler's wire credit, the classifier's findings, the alert service's
 * decision, one article after the other. Of copies only those with the very same text are told.
 */
final class Placing {

    private static final Duration WINDOW = Duration.ofDays(3);
    private static final Duration ANSWERS = Duration.ofDays(30);

    private final Assessor assessor;
    private final Linking linking;

    Placing(Assessor assessor, Linking linking) {
        this.assessor = assessor;
        this.linking = linking;
    }

    /**
     * Which item was put where.
     *
     * @param storyOf by id of the item; an item in which nothing was found is a story of its own
     * @param accounts by story
     * @param nothingFound ids of the items in which nothing was found
     */
    record Placed(Map<String, String> storyOf, Map<String, List<Account>> accounts, List<String> nothingFound) {}

    Placed place(List<StoryItem> items) {
        var storyOf = new LinkedHashMap<String, String>();
        var accounts = new LinkedHashMap<String, List<Account>>();
        var nothingFound = new ArrayList<String>();
        var firstWithText = new HashMap<String, ArticleId>();
        for (var item : items) {
            var original = firstWithText.computeIfAbsent(item.text(), _ -> item.article());
            var assessed = assess(item, original);
            var account = linking.account(assessed);
            if (account.isEmpty()) {
                nothingFound.add(item.id());
                storyOf.put(item.id(), item.id());
                continue;
            }
            var story = switch (link(assessed, account.get(), accounts)) {
                case Link.Copy copy -> copy.story();
                case Link.Same same -> same.story();
                case Link.Answer answer -> answer.story();
                case Link.New _ -> item.id();
            };
            storyOf.put(item.id(), story);
            accounts.computeIfAbsent(story, _ -> new ArrayList<>()).add(account.get());
        }
        return new Placed(storyOf, accounts, nothingFound);
    }

    private Link link(ArticleAssessed assessed, Account account, Map<String, List<Account>> stories) {
        var link = linking.decide(account, candidates(account, stories, WINDOW));
        return link instanceof Link.New
                ? linking.answer(assessed, account)
                        .map(answer -> linking.decideLate(answer, candidates(answer, stories, ANSWERS)))
                        .orElse(link)
                : link;
    }

    private ArticleAssessed assess(StoryItem item, ArticleId original) {
        var article = new Article(
                item.article(),
                1,
                item.source(),
                item.url(),
                item.title(),
                item.text(),
                null,
                item.lang(),
                original,
                WireCredit.in(item.text()).orElse(null),
                null,
                null);
        var findings =
                assessor.assess(AssessedText.of(article, item.published())).toPublish();
        var hops = Hops.discovered(item.published(), item.published());
        return new ArticleAssessed(article, findings, List.of(), "", "", hops);
    }

    private static List<Candidate> candidates(Account account, Map<String, List<Account>> stories, Duration window) {
        return stories.entrySet().stream()
                .filter(story -> story.getValue().stream().anyMatch(other -> isNear(account, other, window)))
                .map(story -> new Candidate(story.getKey(), story.getValue()))
                .toList();
    }

    private static boolean isNear(Account one, Account other, Duration window) {
        return Duration.between(one.at(), other.at()).abs().compareTo(window) <= 0;
    }
}
