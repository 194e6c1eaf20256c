package org.tumen.alert.delivery;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.EndpointSwitch.SwitchedOff;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notice.Tone;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;

/** Tells the owner of a webhook, by mail and once, that it is not called any more. */
@Component
class OwnerNotice {

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final TransactionTemplate transaction;

    OwnerNotice(Deliveries deliveries, Subscriptions subscriptions, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
    }

    @EventListener
    void tell(SwitchedOff off) {
        subscriptions
                .find(off.subscription())
                .ifPresent(subscription -> transaction.executeWithoutResult(_ -> owners(subscription)
                        .forEach(owner -> deliveries.say(notice(off, subscription), subscription.id(), owner))));
    }

    /** The one that the entry names, or everybody who gets the subscription's mails. */
    private static List<String> owners(Subscription subscription) {
        var webhook = subscription.webhook();
        var owner = webhook == null ? null : webhook.owner();
        return owner == null ? subscription.email() : List.of(owner);
    }

    private static Notice notice(SwitchedOff off, Subscription subscription) {
        var host = DeliveryList.shown(Deliveries.WEBHOOK, off.target());
        var lines = new ArrayList<String>();
        lines.add("The webhook of the subscription \u201c" + subscription.name() + "\u201d at " + host
                + " is not called any more: " + off.reason() + ".");
        lines.add("Its alerts are put aside from now on; none is lost. It is called again when its entry names another"
                + " url or secret, or after POST /api/v1/endpoints/" + subscription.id() + "/on.");
        lines.add("Then ./tumen deliveries replay all delivers what was put aside, under the ids it had.");
        return new Notice(
                Notice.idFor(
                        "switched-off",
                        off.subscription().value(),
                        off.target(),
                        off.at().toString()),
                About.ENDPOINT,
                Tone.TROUBLE,
                "The webhook of " + subscription.name() + " is switched off",
                lines,
                null,
                off.at(),
                null);
    }
}
