package org.tumen.alert.delivery.email;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.digest.DigestWriter;
import org.tumen.alert.feedback.Verdict;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.subscription.Subscription;

/** Writes an alert as a mail: one subject, and the same facts as text and as HTML. */
@Component
class AlertMail {

    private static final int LONGEST_SUBJECT_TITLE = 120;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ISpringTemplateEngine templates;
    private final MailLinks links;

    AlertMail(ISpringTemplateEngine templates, MailLinks links) {
        this.templates = templates;
        this.links = links;
    }

    Written write(Dispatch dispatch, Told told, Subscription subscription, Instant now) {
        var alert = told.alert();
        var view = AlertView.of(alert, alert.event().hops());
        var context = new Context(Locale.ENGLISH);
        context.setVariable("alert", view);
        context.setVariable("subscription", subscription.name());
        context.setVariable("reason", alert.event().routes().getFirst().reason());
        context.setVariable("firstTitle", firstTitle(told));
        context.setVariable("joined", DigestWriter.lines(told.joined()));
        context.setVariable("published", published(alert));
        context.setVariable("latency", latency(alert, now));
        context.setVariable("judge", links.feedback(dispatch, alert));
        context.setVariable("verdicts", Verdict.values());
        context.setVariable(
                "acknowledge", links.acknowledge(dispatch, alert, subscription).orElse(null));
        context.setVariable("storyPage", links.story(alert).orElse(null));
        context.setVariable("page", links.page().orElse(null));
        context.setVariable("unsubscribe", links.unsubscribe(dispatch).orElse(null));
        return new Written(subject(told, view), MailText.of(view, context), templates.process("mail", context));
    }

    /** Later mails have the subject of the first mail: some readers of mail begin a new thread with another one. */
    private static String subject(Told told, AlertView view) {
        var first = told.first();
        return first == null ? subject(view) : "Re: " + subject(first);
    }

    private static String subject(First first) {
        var among = first.among();
        return among == null
                ? subject(AlertView.of(first.alert(), first.alert().event().hops()))
                : DigestMail.subject(among);
    }

    /** No feed text but the title, and that without anything that could end a header or turn it around. */
    private static String subject(AlertView view) {
        var title = DisplayText.line(view.title(), LONGEST_SUBJECT_TITLE);
        return view.findings().stream()
                .findFirst()
                .map(finding -> "[Tumen] " + finding.signal() + " · " + finding.giver() + " → " + finding.receiver()
                        + " · " + title)
                .orElse("[Tumen] your words · " + title);
    }

    private static String firstTitle(Told told) {
        var first = told.first();
        var alert = first == null ? told.alert() : first.alert();
        return DisplayText.line(alert.event().article().title(), LONGEST_SUBJECT_TITLE);
    }

    private static @Nullable String published(Alert alert) {
        var published = alert.event().hops().published();
        return published == null ? null : TIME.format(published);
    }

    private static String latency(Alert alert, Instant now) {
        var hops = alert.event().hops();
        var seen = AlertView.words(Duration.between(hops.discovered(), now)) + " after it was seen in the feed";
        var published = hops.published();
        return published == null
                ? seen
                : AlertView.words(Duration.between(published, now)) + " after it was published, " + seen;
    }
}
