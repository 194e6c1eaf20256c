package org.tumen.alert.present;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tumen.alert.present.AlertView.StoryView;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Story;

/** What is said of a story beside an alert on it. */
final class StoryWords {

    private StoryWords() {}

    static StoryView of(Story story, AlertRaised event) {
        return new StoryView(
                story.news().stream()
                        .filter(news -> news != News.FIRST)
                        .map(news -> words(news, story, event))
                        .collect(Collectors.joining(" ")),
                tone(story.news()),
                words(story.claim()),
                story.claim().name().toLowerCase(Locale.ROOT),
                origins(story));
    }

    private static String words(News news, Story story, AlertRaised event) {
        var publisher = publisher(event);
        return switch (news) {
            case FIRST -> "";
            case CLAIMED -> "It is now told as having happened.";
            case CONFIRMED -> "Confirmed: one of the actors says so itself.";
            case DENIED -> "Denied, says " + publisher + ".";
            case RETRACTED ->
                event.absence() != null && event.absence().seen() != null
                        ? seenAfterAll(event.absence().seen())
                        : story.origins() == 0
                                ? "Taken back: no origin stands by it any more."
                                : "Taken back by " + publisher + "; " + count(story.origins(), "origin")
                                        + (story.origins() == 1 ? " stands" : " stand") + " by it.";
            case RESTORED -> "There again: " + publisher + " had taken it down.";
            case EDITED -> "Edited: " + publisher + " changed what it says.";
            case ORIGIN -> "A new independent origin: " + publisher + ".";
            case SCORE -> "Told more clearly than before.";
        };
    }

    /** Of what was expected and said not to have been seen. */
    private static String seenAfterAll(ArticleReference article) {
        return "Seen after all: “" + DisplayText.line(article.title(), AlertView.LONGEST_NAME) + "”, "
                + DisplayText.line(article.source().publisher(), AlertView.LONGEST_NAME) + ".";
    }

    private static String tone(List<News> news) {
        if (news.contains(News.FIRST)) {
            return "first";
        }
        return switch (news.getFirst()) {
            case DENIED, RETRACTED, EDITED -> "correction";
            case FIRST, CLAIMED, CONFIRMED, RESTORED, ORIGIN, SCORE -> "support";
        };
    }

    private static String words(ClaimState claim) {
        return switch (claim) {
            case EXPECTED -> "expected";
            case CLAIMED -> "claimed";
            case CONFIRMED -> "confirmed by an actor";
            case DENIED -> "denied";
            case RETRACTED -> "retracted";
            case BACKGROUND -> "background or opinion";
        };
    }

    private static String origins(Story story) {
        var reprints = story.reprints() == 0 ? "" : ", " + count(story.reprints(), "reprint");
        return count(story.origins(), story.origins() > 1 ? "independent origin" : "origin") + reprints;
    }

    private static String count(int number, String noun) {
        return (number == 0 ? "no" : number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String publisher(AlertRaised event) {
        return DisplayText.line(event.article().source().publisher(), AlertView.LONGEST_NAME);
    }
}
