package org.tumen.alert.delivery.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel;
import org.tumen.alert.delivery.Channel.Content.Gathered;
import org.tumen.alert.delivery.Channel.Content.Said;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;

/** Hands alerts and notices to the mail server. */
@Component
@EnableConfigurationProperties(EmailProperties.class)
class EmailChannel implements Channel {

    private final EmailProperties properties;
    private final MailServer server;
    private final AlertMail alerts;
    private final DigestMail digests;
    private final NoticeMail notices;
    private final MailLinks links;
    private final Subscriptions subscriptions;
    private final Clock clock;

    EmailChannel(
            EmailProperties properties,
            AlertMail alerts,
            DigestMail digests,
            NoticeMail notices,
            MailLinks links,
            Subscriptions subscriptions,
            Clock clock) {
        this.properties = properties;
        this.server = new MailServer(properties);
        this.alerts = alerts;
        this.digests = digests;
        this.notices = notices;
        this.links = links;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "email";
    }

    /** All mails wait for the one mail server. */
    @Override
    public String peer(String target) {
        return "smtp://" + properties.host() + ":" + properties.port();
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var subscription = subscriptions.find(dispatch.subscription());
        if (subscription.isEmpty() || !subscription.get().addresses().contains(dispatch.target())) {
            return new Outcome.Refused("subscription " + dispatch.subscription() + " has no such address any more");
        }
        try {
            return server.send(message(dispatch, subscription.get()));
        } catch (MessagingException e) {
            return new Outcome.Refused("the mail could not be written: " + e.getMessage());
        }
    }

    private Mail message(Dispatch dispatch, Subscription subscription) throws MessagingException {
        var now = clock.instant();
        var message = new Mail(server.session(), messageId(dispatch.deliveryId()));
        switch (dispatch.content()) {
            case Told told -> {
                var first = told.first();
                follow(message, first == null ? null : first.deliveryId());
                body(message, alerts.write(dispatch, told, subscription, now));
            }
            case Gathered(var digest) -> body(message, digests.write(dispatch, digest, subscription));
            case Said(var notice, var firstDelivery) -> {
                follow(message, firstDelivery);
                body(message, notices.write(dispatch, notice, subscription.name()));
            }
        }
        message.setFrom(new InternetAddress(properties.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(dispatch.target(), true));
        message.setSentDate(Date.from(now));
        message.setHeader("List-Id", "<" + subscription.id() + ".tumen." + properties.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        var unsubscribe = links.unsubscribe(dispatch);
        if (unsubscribe.isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + unsubscribe.get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058 section 3.1
        }
        message.saveChanges();
        return message;
    }

    /** RFC 5322 section 3.6.4: all mails on a story answer its first one, so that they are one thread. */
    private void follow(Mail message, @Nullable String firstDelivery) throws MessagingException {
        if (firstDelivery != null) {
            message.setHeader("In-Reply-To", messageId(firstDelivery));
            message.setHeader("References", messageId(firstDelivery));
        }
    }

    private static void body(Mail message, Written written) throws MessagingException {
        message.setSubject(written.subject(), "UTF-8");
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(written.text(), "plain"));
        parts.addBodyPart(part(written.html(), "html"));
        message.setContent(parts);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private String messageId(String deliveryId) {
        return "<" + deliveryId + "@" + properties.domain() + ">";
    }
}
