package org.tumen.alert.raise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.Story;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.envelope.TraceParent;

/**
 * An alert as it is kept: the event, and the text that its evidence points into.
 *
 * @param event what was decided for whom and why
 * @param text the article's, as it was assessed
 * @param trace the step of the article's trace that raised it
 */
public record Alert(AlertRaised event, String text, TraceParent trace) {

    private static final int HEX_DIGITS = 32;

    /** The alert on this revision, always the same: a second look at the revision finds it raised already. */
    public static AlertId idFor(ArticleId article, int revision) {
        return revision == 1
                ? new AlertId("alert-" + article.value().substring(0, HEX_DIGITS))
                : new AlertId("alert-" + digest(article + "/" + revision).substring(0, HEX_DIGITS));
    }

    private static String digest(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public AlertId id() {
        return event.id();
    }

    /**
     * What one subscription is shown: the findings that it wanted, its own route, and what is new to it, nobody else's.
     *
     * @param findings zero-based, in the event
     * @param news empty for alerts from before there were stories
     */
    Alert seenBy(SubscriptionId subscription, String reason, List<Integer> findings, List<News> news) {
        var story = event.story();
        var shown = event.with(
                findings,
                List.of(new Route(subscription, reason, hits(subscription))),
                story == null || news.isEmpty()
                        ? story
                        : new Story(story.id(), story.origins(), story.reprints(), story.claim(), news));
        return new Alert(shown, text, trace);
    }

    /** The same alert, its story standing as a later alert on it tells; what was new with this one stays. */
    public Alert withStoryAsIn(Alert later) {
        var before = event.story();
        var now = later.event().story();
        if (before == null || now == null) {
            return this;
        }
        var story = new Story(before.id(), now.origins(), now.reprints(), now.claim(), before.news());
        var places = IntStream.range(0, event.findings().size()).boxed().toList();
        return new Alert(event.with(places, event.routes(), story), text, trace);
    }

    private List<Evidence> hits(SubscriptionId subscription) {
        return event.routes().stream()
                .filter(route -> route.subscription().equals(subscription))
                .flatMap(route -> route.words().stream())
                .toList();
    }
}
