package org.tumen.model.assessment;

import java.util.List;
import java.util.Locale;
import org.tumen.model.Event;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;

/**
 * An article was scored. It carries the article, so that evidence and text cannot come apart.
 *
 * @param article what was scored
 * @param findings strongest first; empty when nothing was found, which is most often
 * @param catalogueVersion which signals and actors were looked for
 * @param modelVersion which way of looking
 * @param hops up to assessed
 */
public record ArticleAssessed(
        Article article, List<Finding> findings, String catalogueVersion, String modelVersion, Hops hops)
        implements Event {

    public ArticleAssessed {
        findings = List.copyOf(findings);
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

    @Override
    public String eventId() {
        return article.id() + "/" + article.revision() + "/" + catalogueVersion + "/" + modelVersion;
    }

    @Override
    public String key() {
        return article.id().value();
    }
}
