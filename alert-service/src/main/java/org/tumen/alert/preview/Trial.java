package org.tumen.alert.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tumen.alert.history.PastArticles.Past;
import org.tumen.alert.preview.Preview.Example;
import org.tumen.alert.preview.Preview.Item;
import org.tumen.alert.preview.Preview.NotSent;
import org.tumen.alert.preview.Preview.Sent;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.query.TextQueries.Search;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.route.RouteDecision;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.Routing;
import org.tumen.alert.route.Routing.Facts;
import org.tumen.alert.route.Routing.Told;
import org.tumen.alert.story.Stories;
import org.tumen.alert.story.Stories.Placed;
import org.tumen.alert.subscription.Subscription;
import org.tumen.model.Hops;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;

/**
 * One subscription by itself: articles are given to it in the order of their publication, become stories as they do when
 * they are new, and are told, or not, as they would be. Nothing is sent or kept.
 */
final class Trial implements AutoCloseable {

    /** Why an article is not sent although it is wanted. */
    private static final String KNOWN = "known";

    private final Subscription subscription;
    private final Stories stories;
    private final Function<ArticleAssessed, List<Surprise>> surprises;
    private final int mostSent;
    private final int mostExamples;
    private final SendingTimes times;
    private final UnseenNames names = new UnseenNames();
    private final TextQueries queries = new TextQueries();

    private final List<Sent> sent = new ArrayList<>();
    private final Set<StoryId> told = new HashSet<>();
    private final Map<String, Count> notSent = new TreeMap<>();
    private long articles;
    private long alerts;

    /**
     * @param stories of their own, in which nothing has happened yet
     * @param surprises how unusual each finding is; only asked when the subscription does
     */
    Trial(
            Subscription subscription,
            Stories stories,
            Function<ArticleAssessed, List<Surprise>> surprises,
            int mostSent,
            int mostExamples) {
        this.subscription = subscription;
        this.stories = stories;
        this.surprises = surprises;
        this.mostSent = mostSent;
        this.mostExamples = mostExamples;
        this.times = new SendingTimes(subscription.timing());
        var text = subscription.filter().text();
        if (text != null) {
            queries.change(
                    Map.of(
                            subscription.id(),
                            new Search(text, subscription.filter().languages())),
                    Set.of());
        }
    }

    void take(Past past) {
        articles++;
        var assessed = atItsTime(past);
        names.take(assessed);
        var hits = hits(assessed);
        var wanted = !hits.isEmpty() && !subscription.filter().asksOfFindings();
        var placed = stories.place(assessed, wanted);
        var facts = new Facts(assessed, placed.map(Placed::origins).orElse(1), unusual(assessed), hits);
        var decision = Routing.decide(subscription.filter(), facts);
        placed.flatMap(story -> tell(story, decision, assessed))
                .ifPresentOrElse(sentNow -> sent(past, placed.orElseThrow(), sentNow), () -> notSent(past, decision));
    }

    /** Old news that was fetched later counts at its own time. */
    private static ArticleAssessed atItsTime(Past past) {
        var assessed = past.assessed();
        return new ArticleAssessed(
                assessed.article(),
                assessed.findings(),
                assessed.events(),
                assessed.language(),
                assessed.notRead(),
                assessed.catalogueVersion(),
                assessed.modelVersion(),
                Hops.discovered(past.publishedAt(), past.publishedAt()));
    }

    private List<Evidence> hits(ArticleAssessed assessed) {
        if (subscription.filter().text() == null) {
            return List.of();
        }
        var article = assessed.article();
        return queries.find(article.title(), article.text(), assessed.languageRead())
                .getOrDefault(subscription.id(), List.of());
    }

    private List<Surprise> unusual(ArticleAssessed assessed) {
        return subscription.filter().asksHowUnusual() ? surprises.apply(assessed) : List.of();
    }

    private Optional<Told> tell(Placed placed, RouteDecision decision, ArticleAssessed assessed) {
        var sentNow = Routing.tell(placed, subscription, decision, assessed.findings());
        sentNow.ifPresent(_ -> placed.tell(
                List.of(subscription.id()),
                Alert.idFor(assessed.article().id(), assessed.article().revision())));
        return sentNow;
    }

    private void sent(Past past, Placed placed, Told sentNow) {
        alerts++;
        told.add(placed.story());
        var when = times.next(placed.story(), sentNow.news(), past.publishedAt());
        if (sent.size() < mostSent) {
            var findings = past.assessed().findings();
            sent.add(new Sent(
                    item(past),
                    placed.story(),
                    sentNow.news(),
                    placed.origins(),
                    sentNow.findings().stream()
                            .map(place -> inWords(findings.get(place)))
                            .toList(),
                    sentNow.reason(),
                    sentNow.hits(),
                    when));
        }
    }

    private void notSent(Past past, RouteDecision decision) {
        var reason = decision instanceof NotRouted(var why, var _)
                ? why.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : KNOWN;
        var words = decision instanceof NotRouted(var _, var exactly) ? exactly : "nothing in it is new";
        var count = notSent.computeIfAbsent(reason, _ -> new Count());
        count.articles++;
        if (count.examples.size() < mostExamples) {
            count.examples.add(new Example(item(past), words));
        }
    }

    private static final class Count {

        private final List<Example> examples = new ArrayList<>();
        private long articles;
    }

    /**
     * What came of it so far.
     *
     * @param last the last one that was given
     */
    Preview result(Instant since, Optional<Past> last, boolean complete, long withoutText) {
        var reasons = notSent.entrySet().stream()
                .map(reason -> new NotSent(
                        reason.getKey(), reason.getValue().articles, List.copyOf(reason.getValue().examples)))
                .sorted(Comparator.comparingLong(NotSent::articles).reversed())
                .toList();
        return new Preview(
                since,
                articles,
                complete,
                last.map(Past::publishedAt).orElse(since),
                withoutText,
                alerts,
                told.size(),
                sent,
                reasons,
                names.in(subscription.filter()));
    }

    private static Item item(Past past) {
        var article = past.assessed().article();
        return new Item(past.publishedAt(), article.title(), article.source().publisher(), article.url());
    }

    private static String inWords(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%s, %s to %s, %s, %.2f",
                finding.signal(),
                finding.dyad().giver(),
                finding.dyad().receiver(),
                finding.status().name().toLowerCase(Locale.ROOT),
                finding.score());
    }

    @Override
    public void close() {
        queries.close();
    }
}
