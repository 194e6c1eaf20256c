package org.tumen.alert.delivery.email;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;

/** Writes a notice as a mail. */
@Component
class NoticeMail {

    private final ISpringTemplateEngine templates;
    private final MailLinks links;

    NoticeMail(ISpringTemplateEngine templates, MailLinks links) {
        this.templates = templates;
        this.links = links;
    }

    Written write(Dispatch dispatch, Notice notice, String subscriptionName) {
        var unsubscribe = notice.about() == About.ADDRESS
                ? null
                : links.unsubscribe(dispatch).orElse(null);
        var context = new Context(Locale.ENGLISH);
        context.setVariable("notice", notice);
        context.setVariable("subscription", subscriptionName);
        context.setVariable("unsubscribe", unsubscribe);
        var action = notice.action();
        var text = notice.title() + "\n\n" + String.join("\n\n", notice.lines()) + "\n"
                + (action == null ? "" : "\n" + action.label() + ": " + action.link() + "\n")
                + (unsubscribe == null ? "" : "\nNo more of these mails: " + unsubscribe + "\n");
        return new Written("[Tumen] " + notice.title(), text, templates.process("notice", context));
    }
}
