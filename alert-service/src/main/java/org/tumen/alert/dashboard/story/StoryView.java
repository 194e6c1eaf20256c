package org.tumen.alert.dashboard.story;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.dashboard.story.Choices.Choice;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;

/**
 * A story as its page shows it.
 *
 * @param alert the last one on it
 * @param findings of that alert
 * @param text of its article; null for what stands on no page, as an absence does
 * @param articles in the order in which they appeared
 * @param more further articles that are not listed
 * @param strip the same on a line
 * @param life what was told of it, oldest first
 * @param revisions of its articles, oldest first
 * @param routes to whom it went, and why
 */
record StoryView(
        String id,
        AlertView alert,
        Moment told,
        List<Judged> findings,
        @Nullable ArticleText text,
        List<ArticleLine> articles,
        boolean more,
        List<Dot> strip,
        List<Step> life,
        List<Revision> revisions,
        List<String> routes) {

    /** A finding with its score as bars, and the verdicts on it. */
    record Judged(int number, FindingView finding, List<Bar> bars, List<Choice> choices) {}

    /**
     * A summand of a score, to be drawn from 0 to 100 a full point.
     *
     * @param from where it begins, where the summands before it have ended
     */
    record Bar(String name, String value, double from, double width, boolean negative) {}

    /**
     * An article in the list.
     *
     * @param role {@code origin}, {@code reprint} or {@code withdrawn}
     * @param says the same for people: {@code repeats Example Wire}
     */
    record ArticleLine(
            String id,
            Moment at,
            String publisher,
            String kind,
            String language,
            String title,
            @Nullable URI link,
            int revision,
            String role,
            String says) {}

    /** An article on the line of time, at 0 to 100 of its length. */
    record Dot(String id, double at, String role, String label) {}

    /**
     * What was told at a time.
     *
     * @param state of the claim, as one word
     */
    record Step(Moment at, String publisher, String words, String claim, String state, String title, String language) {}

    /**
     * A revision of an article, as it differs from the one before.
     *
     * @param titleBefore null when the title stayed
     * @param complete whether the passages are all of them
     */
    record Revision(
            Moment at,
            String publisher,
            int number,
            String kind,
            String language,
            @Nullable String titleBefore,
            String title,
            List<Difference> passages,
            boolean complete) {}

    /** What stood at a place, and what stands there now. */
    record Difference(String removed, String added) {}
}
