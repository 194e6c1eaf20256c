package org.tumen.alert.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.digest.Digest;
import org.tumen.alert.digest.DigestWriter;
import org.tumen.alert.feedback.Verdict;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.subscription.Subscription;

/**
 * Writes several stories as one mail: their headlines at the top, then each as a mail of its own would tell it. What there
 * is no room for is told as a number, with a link to all.
 */
@Component
class DigestMail {

    /** Of the HTML part, in bytes: Gmail hides what is beyond about 102 kB. */
    static final int MOST_BYTES = 90_000;

    static final int MOST_HEADLINES = 40;

    private static final DateTimeFormatter PUBLISHED =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ISpringTemplateEngine templates;
    private final MailLinks links;

    DigestMail(ISpringTemplateEngine templates, MailLinks links) {
        this.templates = templates;
        this.links = links;
    }

    /** The same mail at every attempt. */
    Written write(Dispatch dispatch, Digest digest, Subscription subscription) {
        var number = digest.entries().size();
        var told = IntStream.range(0, Math.min(number, MOST_HEADLINES))
                .mapToObj(place -> story(place + 1, digest.entries().get(place), dispatch, subscription))
                .toList();
        var context = new Context(Locale.ENGLISH);
        context.setVariable("title", DigestWriter.occasion(digest));
        context.setVariable("number", DigestWriter.stories(number));
        context.setVariable("time", DigestWriter.time(digest));
        context.setVariable(
                "headlines", told.stream().map(DigestStory::headline).toList());
        context.setVariable("more", number > told.size() ? "and " + more(number - told.size()) : "");
        context.setVariable("verdicts", Verdict.values());
        context.setVariable("subscription", subscription.name());
        context.setVariable("page", links.page().orElse(null));
        context.setVariable("unsubscribe", links.unsubscribe(dispatch).orElse(null));
        context.setVariable("stories", List.of());
        context.setVariable("untold", untold(told.size()));
        var inFull = thatFit(told, context);
        context.setVariable("stories", inFull);
        context.setVariable("untold", untold(told.size() - inFull.size()));
        return new Written(subject(digest), DigestText.of(inFull, context), templates.process("digest", context));
    }

    /** Of any mail that answers it too. */
    static String subject(Digest digest) {
        return "[Tumen] " + DigestWriter.title(digest);
    }

    private DigestStory story(int number, Digest.Entry entry, Dispatch dispatch, Subscription subscription) {
        var alert = entry.shown();
        var published = alert.event().hops().published();
        return new DigestStory(
                number,
                AlertView.of(alert, alert.event().hops()),
                published == null ? null : PUBLISHED.format(published),
                DigestWriter.lines(entry.later()),
                alert.event().routes().getFirst().reason(),
                links.feedback(dispatch, alert),
                links.story(alert).orElse(null),
                links.acknowledge(dispatch, alert, subscription).orElse(null));
    }

    /** In their order; one that is too long for the room that is left lets shorter ones pass. */
    private List<DigestStory> thatFit(List<DigestStory> stories, Context context) {
        var room = MOST_BYTES - bytes(templates.process("digest", context));
        var fit = new ArrayList<DigestStory>();
        for (var story : stories) {
            context.setVariable("story", story);
            var size = bytes(templates.process("digest-story", Set.of("story"), context));
            if (size <= room) {
                fit.add(story);
                room -= size;
            }
        }
        return fit;
    }

    private static int bytes(String html) {
        return html.getBytes(UTF_8).length;
    }

    private static String more(int number) {
        return number + " more " + (number == 1 ? "story" : "stories");
    }

    private static String untold(int number) {
        return number == 0
                ? ""
                : DigestWriter.stories(number) + (number == 1 ? " is" : " are") + " told by headline alone, for room";
    }
}
