package org.tumen.alert.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notices;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.story.Stories;

/** Looks up what a delivery brings. */
@Component
class DeliveryContents {

    private final Alerts alerts;
    private final Stories stories;
    private final Notices notices;

    DeliveryContents(Alerts alerts, Stories stories, Notices notices) {
        this.alerts = alerts;
        this.stories = stories;
        this.notices = notices;
    }

    /** Empty when it is there no more. */
    Optional<Content> of(Delivery delivery) {
        return switch (delivery.matter()) {
            case OfAlert(var id) ->
                alerts.seenBy(id, delivery.subscription())
                        .map(alert ->
                                new Content.Told(alert, first(delivery, alert).orElse(null)));
            case OfNotice(var id) ->
                notices.find(id)
                        .map(notice -> new Content.Said(
                                notice, notice.follows() == null ? null : sibling(delivery, notice.follows())));
        };
    }

    /** Whether it asks its target whether it wants mail at all. */
    boolean isConfirmation(Delivery delivery) {
        return notices.find(delivery.matter().id())
                .filter(notice -> notice.about() == About.ADDRESS)
                .isPresent();
    }

    private Optional<First> first(Delivery delivery, Alert alert) {
        return Optional.ofNullable(alert.event().story())
                .flatMap(story -> stories.firstAlert(story.id(), delivery.subscription()))
                .filter(id -> !id.equals(alert.id()))
                .flatMap(id -> alerts.seenBy(id, delivery.subscription()))
                .map(first -> new First(sibling(delivery, first.id().value()), first));
    }

    /** Ids of deliveries are made of what they are, so that of an earlier one is known although it was made long ago. */
    private static String sibling(Delivery delivery, String matter) {
        return Delivery.idFor(matter, delivery.subscription(), delivery.channel(), delivery.target());
    }
}
