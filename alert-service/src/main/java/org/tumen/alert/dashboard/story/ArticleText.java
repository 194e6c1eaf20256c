package org.tumen.alert.dashboard.story;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.dashboard.story.Marked.Paragraph;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alert;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;

/**
 * An article in its own language, the evidence marked in it.
 *
 * @param language BCP 47, of title and text
 * @param whole false when the text goes on at the source
 * @param link null when its address is not one of the web
 */
record ArticleText(
        String id,
        int revision,
        String language,
        String publisher,
        List<Paragraph> title,
        List<Paragraph> text,
        boolean whole,
        @Nullable URI link) {

    private static final int LONGEST_NAME = 120;

    /** @param words where text queries found what they look for */
    static ArticleText of(ArticleAssessed assessed, List<Evidence> words) {
        var article = assessed.article();
        return of(
                new Parts(article.title(), article.text(), assessed.findings()),
                article.id().value(),
                article.revision(),
                assessed.languageRead(),
                article.source().publisher(),
                article.url(),
                words);
    }

    /** As it was when the alert was raised. */
    static ArticleText of(Alert alert) {
        var event = alert.event();
        var article = event.article();
        return of(
                new Parts(article.title(), alert.text(), event.findings()),
                article.id().value(),
                article.revision(),
                article.language(),
                article.source().publisher(),
                article.url(),
                words(alert));
    }

    /** Where text queries found what they look for, whoever asked. */
    static List<Evidence> words(Alert alert) {
        return alert.event().routes().stream()
                .flatMap(route -> route.words().stream())
                .distinct()
                .toList();
    }

    private record Parts(String title, String text, List<Finding> findings) {}

    private static ArticleText of(
            Parts parts, String id, int revision, String language, String publisher, URI url, List<Evidence> words) {
        return new ArticleText(
                id,
                revision,
                language,
                DisplayText.line(publisher, LONGEST_NAME),
                Marked.of(parts.title(), Part.TITLE, parts.findings(), words),
                Marked.of(parts.text(), Part.TEXT, parts.findings(), words),
                Marked.isWhole(parts.text(), parts.findings()),
                Web.linkTo(url.toString()));
    }
}
