package org.tumen.alert.preview;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.tumen.model.alert.News;
import org.tumen.model.alert.StoryId;
import org.tumen.model.assessment.Evidence;

/**
 * What a subscription would have been sent.
 *
 * @param since from which publication on, UTC
 * @param articles that were looked at, each in its latest revision
 * @param complete whether that is all; else it ends at {@code until}
 * @param until the publication of the last one, UTC; {@code since} when there is none
 * @param withoutText further ones of which no text is kept, which were not looked at
 * @param alerts how many would have been sent
 * @param stories on how many stories
 * @param sent the first of them, in the order of publication
 * @param notSent the rest, by reason, most often first
 * @param unseen names in the filter that no article had, perhaps misspelled: {@code filter.signals: tready-move was in none
 *     of the articles (did you mean treaty-move?)}
 */
record Preview(
        Instant since,
        long articles,
        boolean complete,
        Instant until,
        long withoutText,
        long alerts,
        long stories,
        List<Sent> sent,
        List<NotSent> notSent,
        List<String> unseen) {

    Preview {
        unseen = List.copyOf(unseen);
        sent = List.copyOf(sent);
        notSent = List.copyOf(notSent);
    }

    /** An article, for people. */
    record Item(Instant publishedAt, String title, String publisher, URI url) {}

    /**
     * An alert that would have been sent.
     *
     * @param news what would have been new to the subscription
     * @param findings {@code protocol-snub, PRC to DPRK, reported, 0.75}
     * @param origins of the story at the time
     * @param when a target would have got it, if no silence covered it
     */
    record Sent(
            Item item,
            StoryId story,
            List<News> news,
            int origins,
            List<String> findings,
            String reason,
            List<Evidence> hits,
            When when) {}

    /**
     * When an alert goes out.
     *
     * @param at UTC
     * @param words why then: {@code quiet hours until Mon 30 Nov 07:00 Asia/Seoul}
     */
    record When(Instant at, String words) {}

    /**
     * Articles that would not have been sent, for one reason.
     *
     * @param reason in a word: {@code score-too-low}
     * @param examples the first of them
     */
    record NotSent(String reason, long articles, List<Example> examples) {}

    /**
     * One of them.
     *
     * @param words what exactly was otherwise: {@code score 0.41 is below 0.50}
     */
    record Example(Item item, String words) {}
}
