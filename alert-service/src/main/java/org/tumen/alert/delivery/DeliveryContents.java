package org.tumen.alert.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.delivery.Delivery.Gathers;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.Matter.OfSeveral;
import org.tumen.alert.delivery.DeliveryStore.Found;
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

    private final DeliveryStore deliveries;
    private final HeldStore held;
    private final Alerts alerts;
    private final Stories stories;
    private final Notices notices;

    DeliveryContents(DeliveryStore deliveries, HeldStore held, Alerts alerts, Stories stories, Notices notices) {
        this.deliveries = deliveries;
        this.held = held;
        this.alerts = alerts;
        this.stories = stories;
        this.notices = notices;
    }

    /** Empty when it is there no more. */
    Optional<Content> of(Delivery delivery) {
        return switch (delivery.matter()) {
            case OfAlert _, OfSeveral _ -> gathered(delivery, isDigest(delivery));
            case OfNotice(var id) ->
                notices.find(id)
                        .map(notice -> new Content.Said(
                                notice, notice.follows() == null ? null : sibling(delivery, notice.follows())));
        };
    }

    /** One story goes as it is, unless it is a digest's. */
    private Optional<Content> gathered(Delivery delivery, boolean periodic) {
        var digest = digest(delivery, periodic);
        if (periodic || digest.entries().size() > 1) {
            return Optional.of(new Content.Gathered(digest));
        }
        if (digest.entries().isEmpty()) {
            return Optional.empty();
        }
        var entry = digest.entries().getFirst();
        return Optional.of(
                new Content.Told(entry.shown(), first(delivery, entry.first()).orElse(null), entry.later()));
    }

    private Digest digest(Delivery delivery, boolean periodic) {
        var shown = alerts.seenBy(delivery.alerts(), delivery.subscription());
        return Digest.of(delivery.subscription(), periodic, delivery.planned(), shown);
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
                        .map(carrier -> new First(carrier, first, among(carrier))));
    }

    /** The stories together with which a delivery brings one; null when it brings it alone. */
    private @Nullable Digest among(String carrier) {
        return deliveries
                .find(carrier)
                .map(Found::delivery)
                .filter(delivery -> delivery.matter() instanceof OfSeveral)
                .map(delivery -> digest(delivery, isDigest(delivery)))
                .filter(digest -> digest.periodic() || digest.entries().size() > 1)
                .orElse(null);
    }

    private static boolean isDigest(Delivery delivery) {
        return delivery.matter() instanceof OfSeveral several && several.gathers() == Gathers.DIGEST;
    }

    /** Ids of deliveries are made of what they are, so that of an earlier one is known although it was made long ago. */
    private static String sibling(Delivery delivery, String matter) {
        return Delivery.idFor(matter, delivery.subscription(), delivery.channel(), delivery.target());
    }
}
