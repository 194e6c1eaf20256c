package org.tumen.alert.delivery.address;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notice.Action;
import org.tumen.alert.notice.Notice.Tone;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/**
 * Whom to ask whether an address is theirs and wants the mails (double opt-in): at once, and twice more a day apart. Asked is
 * every address that a subscription names, whatever for: a stranger's could stand in each place.
 */
@Component
public class Confirmations {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofDays(1);
    private static final int MOST_QUESTIONS = 3;

    private final Subscriptions subscriptions;
    private final Addresses addresses;
    private final SignedLinks links;
    private final Clock clock;

    Confirmations(Subscriptions subscriptions, Addresses addresses, SignedLinks links, Clock clock) {
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.links = links;
        this.clock = clock;
    }

    /** One question to one address. */
    public record Asked(Notice notice, SubscriptionId subscription, String address) {}

    /** Those to ask now; each is told once. Part of the caller's transaction. */
    public List<Asked> due() {
        var due = new ArrayList<Asked>();
        for (var subscription : subscriptions.all()) {
            if (subscription.asksFirst()) {
                subscription
                        .addresses()
                        .forEach(address -> ask(subscription, address)
                                .ifPresent(notice -> due.add(new Asked(notice, subscription.id(), address))));
            }
        }
        return due;
    }

    private Optional<Notice> ask(Subscription subscription, String address) {
        var link = links.to(Purpose.CONFIRM, List.of(subscription.id().value(), address));
        if (link.isEmpty()) {
            return Optional.empty(); // Nobody could answer: it is asked once this service knows its address.
        }
        var times = addresses.asks(subscription.id(), address, BETWEEN_QUESTIONS, MOST_QUESTIONS);
        return times == 0 ? Optional.empty() : Optional.of(notice(subscription, address, times, link.get()));
    }

    private Notice notice(Subscription subscription, String address, int times, URI link) {
        return new Notice(
                Notice.idFor("confirm", subscription.id().value(), address, Integer.toString(times)),
                About.ADDRESS,
                Tone.QUESTION,
                "Do you want the alerts of " + subscription.name() + "?",
                List.of(
                        "Somebody asked Tumen to " + what(subscription, address) + ".",
                        "If that is right, say so with the button. If you did not ask for it, do nothing: no alert will"
                                + " come."),
                new Action("Yes, send them", link),
                clock.instant(),
                null);
    }

    private static String what(Subscription subscription, String address) {
        var name = "\u201c" + subscription.name() + "\u201d";
        if (subscription.email().contains(address)) {
            return "send the alerts of " + name + " to " + address;
        }
        var escalation = subscription.escalation();
        return escalation != null && escalation.to().contains(address)
                ? "call " + address + " in when nobody acknowledges an alert of " + name
                : "tell " + address + " when the webhook of " + name + " is switched off";
    }
}
