package org.tumen.alert.delivery;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.EndpointSwitch.SwitchedOff;
import org.tumen.alert.delivery.address.Addresses;
import org.tumen.alert.delivery.address.Addresses.Standing;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notice.Tone;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;

/**
 * Tells the owners of a webhook, by mail and once, that it is not called any more. Operators are told of every one by their
 * own subscription; where there is no owner, they alone are.
 */
@Component
class OwnerNotice {

    private static final Logger log = LoggerFactory.getLogger(OwnerNotice.class);

    private final Deliveries deliveries;
    private final EndpointSwitch endpoints;
    private final Addresses addresses;
    private final Subscriptions subscriptions;

    OwnerNotice(Deliveries deliveries, EndpointSwitch endpoints, Addresses addresses, Subscriptions subscriptions) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.addresses = addresses;
        this.subscriptions = subscriptions;
    }

    /** Part of the transaction that switches it off. */
    @EventListener
    void tell(SwitchedOff off) {
        subscriptions.find(off.subscription()).ifPresent(subscription -> {
            var owners = owners(subscription).stream()
                    .filter(owner -> !addresses.wantsNoMore(subscription.id(), owner))
                    .toList();
            owners.forEach(owner -> deliveries.say(notice(off, subscription), subscription.id(), owner));
            var told = owners.stream()
                    .filter(owner -> addresses.standing(subscription.id(), owner) == Standing.WANTS_MAIL)
                    .toList();
            endpoints.told(off, told);
            log.atWarn()
                    .addKeyValue("subscription", subscription.id())
                    .addKeyValue("host", DeliveryList.shown(Deliveries.WEBHOOK, off.target()))
                    .addKeyValue("reason", off.reason())
                    .addKeyValue("told", told.isEmpty() ? "nobody: it names no owner who takes mail" : told.size())
                    .log("A webhook is switched off");
        });
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
