package org.tumen.classifier.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessment;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.assess.TextLimit;
import org.tumen.classifier.event.EventCoder;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.NotRead;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.classifier.opinion.Opinions;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.Hops;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.assessment.ArticleAssessed;

/**
 * From an article to its assessment: findings and events of one article come from one catalogue.
 *
 * @param opinions who is asked about findings near the threshold
 */
public record Classifier(Assessor assessor, Opinions opinions) {

    private static final String LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).collect(Collectors.joining(", "));

    /** The catalogue and nobody else. */
    public static Classifier of(Catalogue catalogue) {
        return new Classifier(new Assessor(catalogue), Opinions.none());
    }

    static Classifier of(Catalogue catalogue, Opinions opinions) {
        return new Classifier(new Assessor(catalogue), opinions);
    }

    /** The same, and nobody else is asked. */
    Classifier alone() {
        return new Classifier(assessor, Opinions.none());
    }

    /** Of the catalogue. */
    public String version() {
        return assessor.catalogue().version();
    }

    /** What is scored of an article; refuses one that is too long, with the reason. */
    public static AssessedText textOf(ArticleFetched fetched) {
        var article = fetched.article();
        TextLimit.check(article.title(), article.text());
        return AssessedText.of(article, published(fetched.hops()));
    }

    /**
     * Scores an article.
     *
     * @throws IllegalArgumentException when it is too long to be read
     */
    public ArticleAssessed assess(ArticleFetched fetched, Instant now) {
        var article = fetched.article();
        var text = textOf(fetched);
        var assessment = opinions.on(assessor.assess(text), text, assessor.catalogue());
        return new ArticleAssessed(
                article,
                assessment.toPublish(),
                assessment.events(),
                assessment.language().code(),
                notRead(assessment),
                version(),
                Assessor.MODEL_VERSION + "+" + EventCoder.VERSION + opinions.suffix(assessor.catalogue()),
                fetched.hops().assessed(now));
    }

    /** When it was published; a publisher's date after the discovery is a wrong one. */
    public static Instant published(Hops hops) {
        var published = hops.published();
        return published == null || published.isAfter(hops.discovered()) ? hops.discovered() : published;
    }

    private static @Nullable String notRead(Assessment assessment) {
        return switch (assessment.language()) {
            case Read _ -> null;
            case NotRead(var code) -> "language: " + code + " (expected: one of " + LANGUAGES + ")";
        };
    }
}
