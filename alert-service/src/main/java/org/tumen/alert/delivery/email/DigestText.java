package org.tumen.alert.delivery.email;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thymeleaf.context.IContext;
import org.tumen.alert.delivery.email.DigestStory.Headline;

/** The text part of a digest's mail: the same facts as the HTML part, in the same order. */
final class DigestText {

    private static final String RULE = "\n" + "-".repeat(72) + "\n";

    private DigestText() {}

    /** @param stories those that are told in full */
    static String of(List<DigestStory> stories, IContext facts) {
        var headlines = (List<?>) facts.getVariable("headlines");
        var page = MailText.line(": ", facts.getVariable("page")).stripTrailing();
        return facts.getVariable("title") + ": " + facts.getVariable("number") + "\n" + facts.getVariable("time")
                + "\n\n"
                + (headlines.isEmpty() ? "Nothing was found for this subscription in this time.\n" : "")
                + headlines.stream()
                        .map(headline -> headline((Headline) headline))
                        .collect(Collectors.joining())
                + counted(facts.getVariable("more"), page)
                + stories.stream().map(DigestText::story).collect(Collectors.joining())
                + RULE
                + counted(facts.getVariable("untold"), page)
                + "You get this because of the subscription \"" + facts.getVariable("subscription") + "\".\n"
                + MailText.line("All alerts: ", facts.getVariable("page"))
                + MailText.line("No more of these mails: ", facts.getVariable("unsubscribe"));
    }

    private static String headline(Headline headline) {
        return headline.number() + ". " + headline.title() + "\n   "
                + (headline.news().isEmpty() ? "" : headline.news() + " ") + headline.facts() + "\n";
    }

    private static String counted(Object words, String page) {
        return words.equals("") ? "" : words + page + "\n";
    }

    private static String story(DigestStory story) {
        var alert = story.alert();
        var news = alert.story() == null || alert.story().news().isEmpty()
                ? ""
                : alert.story().news() + "\n";
        var shown = story.findings();
        var findings = IntStream.range(0, shown.size())
                .mapToObj(place -> MailText.finding(shown.get(place), story.judge(), place) + "\n\n")
                .collect(Collectors.joining());
        return RULE + story.number() + ". " + alert.title() + "\n" + news + "\n"
                + findings
                + (story.moreFindings() == 0 ? "" : "and " + story.moreFindings() + " more\n\n")
                + MailText.words(story.words())
                + MailText.standing(alert)
                + MailText.since(story.since())
                + MailText.source(alert, story.published())
                + MailText.line("Its page:  ", story.page())
                + MailText.line("Acknowledge it, or others are called in: ", story.acknowledge())
                + "Because of: " + story.reason() + "\n";
    }
}
