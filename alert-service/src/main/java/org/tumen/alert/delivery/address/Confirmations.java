package org.tumen.alert.delivery.address;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.address.Questions.Due;
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

    /** At one look; the others come with the next. */
    private static final int MOST_AT_ONCE = 500;

    private final Subscriptions subscriptions;
    private final Questions questions;
    private final SignedLinks links;
    private final Clock clock;
    private Map<SubscriptionId, Set<String>> namedByFiles = Map.of();

    Confirmations(Subscriptions subscriptions, Questions questions, SignedLinks links, Clock clock) {
        this.subscriptions = subscriptions;
        this.questions = questions;
        this.links = links;
        this.clock = clock;
    }

    /** One question to one address. */
    public record Asked(Notice notice, SubscriptionId subscription, String address) {}

    /** Notes which addresses the files name that are asked first, where that has changed. */
    public synchronized void takeFiles() {
        var now = subscriptions.ofFilesThatAsk().stream()
                .collect(Collectors.toMap(Subscription::id, Subscription::addresses));
        now.forEach((id, addresses) -> {
            if (!addresses.equals(namedByFiles.get(id))) {
                questions.named(id, addresses);
            }
        });
        namedByFiles = now;
    }

    /** Those to ask now, at most so many as fit in one look; each is told once. Part of the caller's transaction. */
    public List<Asked> due() {
        if (links.to("/").isEmpty()) {
            return List.of(); // Nobody could answer: they are asked once this service knows its address.
        }
        var asked = new ArrayList<Asked>();
        var askedNow = new ArrayList<Due>();
        var later = new ArrayList<Due>();
        for (var due : questions.due(MOST_AT_ONCE)) {
            question(due)
                    .ifPresentOrElse(
                            question -> {
                                asked.add(question);
                                askedNow.add(due);
                            },
                            () -> later.add(due));
        }
        questions.asked(askedNow);
        questions.postponed(later);
        return asked;
    }

    /** Empty when the subscription in force here does not ask this address: a file stands before it, or it is not here yet. */
    private Optional<Asked> question(Due due) {
        return subscriptions
                .find(due.subscription())
                .filter(Subscription::asksFirst)
                .filter(subscription -> subscription.addresses().contains(due.address()))
                .flatMap(subscription -> links.to(
                                Purpose.CONFIRM, List.of(due.subscription().value(), due.address()))
                        .map(link -> new Asked(
                                notice(subscription, due.address(), due.asked() + 1, link),
                                due.subscription(),
                                due.address())));
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
