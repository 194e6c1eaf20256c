package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Event;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;

/**
 * An article was scored. It carries the article, so that evidence and text cannot come apart.
 *
 * @param article what was scored
 * @param findings strongest first; empty when nothing was found, which is most often
 * @param events acts of one actor on another, in the order of the text; absent when there are none
 * @param language of title and text as they were read, BCP 47, whatever the article declares; {@code und} when it cannot be
 *     told; null in messages of before it was told
 * @param notRead why nothing was looked for in them; null when they were read
 * @param catalogueVersion which signals and actors were looked for
 * @param modelVersion which way of looking
 * @param hops up to assessed
 */
public record ArticleAssessed(
        Article article,
        List<Finding> findings,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<CodedEvent> events,

        @Nullable String language,
        @Nullable String notRead,
        String catalogueVersion,
        String modelVersion,
        Hops hops)
        implements Event {

    public ArticleAssessed {
        findings = List.copyOf(findings);
        events = events == null ? List.of() : List.copyOf(events);
        for (var finding : findings) {
            for (var evidence : finding.evidence()) {
                if (!evidence.standsIn(article)) {
                    throw new IllegalArgumentException("evidence: \"" + evidence.quote() + "\" at " + evidence.start()
                            + " (expected: words that stand there in the article's "
                            + evidence.part().name().toLowerCase(Locale.ROOT) + ")");
                }
            }
        }
    }

    /** Of a text in the language that its article declares. */
    public ArticleAssessed(
            Article article,
            List<Finding> findings,
            List<CodedEvent> events,
            String catalogueVersion,
            String modelVersion,
            Hops hops) {
        this(article, findings, events, article.language(), null, catalogueVersion, modelVersion, hops);
    }

    /** The language of the text; what the article declares where the message does not tell. */
    public String languageRead() {
        return language == null ? article.language() : language;
    }

    /** Never null: messages of before there were coded events have none. */
    public List<CodedEvent> codedEvents() {
        return events == null ? List.of() : events;
    }

    @Override
    public String eventId() {
        return article.id() + "/" + article.revision() + "/" + catalogueVersion + "/" + modelVersion;
    }

    @Override
    public String key() {
        return article.id().value();
    }
}
