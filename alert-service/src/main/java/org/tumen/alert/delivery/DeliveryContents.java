package org.tumen.alert.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.delivery.Delivery.Gathers;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.Matter.OfSeveral;
import org.tumen.alert.digest.Digest;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notices;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.story.Stories;
import org.tumen.model.alert.News;

/** Looks up what a delivery brings. */
@Component
class DeliveryContents {

    private final HeldStore held;
    private final Alerts alerts;
    private final Stories stories;
    private final Notices notices;

    DeliveryContents(HeldStore held, Alerts alerts, Stories stories, Notices notices) {
        this.held = held;
        this.alerts = alerts;
        this.stories = stories;
        this.notices = notices;
    }

    /** Empty when it is there no more. */
    Optional<Content> of(Delivery delivery) {
        return switch (delivery.matter()) {
            case OfAlert _ -> gathered(delivery, false);
            case OfSeveral several -> gathered(delivery, several.gathers() == Gathers.DIGEST);
            case OfNotice(var id) ->
                notices.find(id)
                        .map(notice -> new Content.Said(
                                notice, notice.follows() == null ? null : sibling(delivery, notice.follows())));
        };
    }

    /** One story goes as it is, unless it is a digest's. */
    private Optional<Content> gathered(Delivery delivery, boolean periodic) {
        var shown = alerts.seenBy(delivery.alerts(), delivery.subscription());
        if (shown.isEmpty() && !periodic) {
            return Optional.empty();
        }
        var digest = Digest.of(delivery.subscription(), periodic, delivery.planned(), shown);
        if (periodic || digest.entries().size() > 1) {
            return Optional.of(new Content.Gathered(digest));
        }
        var entry = digest.entries().getFirst();
        return Optional.of(
                new Content.Told(entry.shown(), first(delivery, entry.first()).orElse(null), entry.later()));
    }

    /** Whether it asks its target whether it wants mail at all. */
    boolean isConfirmation(Delivery delivery) {
        return notices.find(delivery.matter().id())
                .filter(notice -> notice.about() == About.ADDRESS)
                .isPresent();
    }

    /** The first alert on the story, and the delivery in which this target got it, alone or among others. */
    private Optional<First> first(Delivery delivery, Alert alert) {
        return Optional.ofNullable(alert.event().story())
                .filter(story -> !story.news().contains(News.FIRST))
                .flatMap(story -> stories.firstAlert(story.id(), delivery.subscription()))
                .filter(id -> !id.equals(alert.id()))
                .flatMap(id -> alerts.seenBy(id, delivery.subscription()))
                .flatMap(first -> held.carrier(
                                first.id(), delivery.subscription(), delivery.channel(), delivery.target())
                        .map(carrier -> new First(carrier, first)));
    }

    /** Ids of deliveries are made of what they are, so that of an earlier one is known although it was made long ago. */
    private static String sibling(Delivery delivery, String matter) {
        return Delivery.idFor(matter, delivery.subscription(), delivery.channel(), delivery.target());
    }
}
