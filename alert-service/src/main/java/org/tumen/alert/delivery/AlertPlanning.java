package org.tumen.alert.delivery;

import static org.tumen.alert.delivery.Deliveries.EMAIL;
import static org.tumen.alert.delivery.Deliveries.WEBHOOK;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tumen.alert.delivery.Deliveries.Planned;
import org.tumen.alert.delivery.Deliveries.Telling;
import org.tumen.alert.delivery.Delivery.Gathers;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfSeveral;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.DeliveryStore.Entry;
import org.tumen.alert.delivery.address.Addresses;
import org.tumen.alert.silence.Silences.Release;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.timing.Due;
import org.tumen.alert.timing.Due.Facts;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/**
 * Plans the deliveries of alerts, each for its time: at once, together with others, or never. All of it is part of the
 * caller's transaction.
 */
@Service
class AlertPlanning {

    private final DeliveryQueue queue;
    private final HeldStore held;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertPlanning(
            DeliveryQueue queue, HeldStore held, Addresses addresses, ApplicationEventPublisher events, Clock clock) {
        this.queue = queue;
        this.held = held;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    private record Target(String channel, String address) {}

    /** Plans one delivery to each target of each subscription; one that is planned already stays as it is. */
    void plan(Map<Subscription, Telling> tellings) {
        var now = clock.instant();
        var entries = new ArrayList<Entry>();
        var first = new ArrayList<Planned>();
        var unwanted = addresses.wantingNoMore(
                tellings.keySet().stream().map(Subscription::id).toList());
        tellings.forEach((subscription, telling) -> {
            var last = targets(telling, subscription, unwanted.getOrDefault(subscription.id(), Set.of())).stream()
                    .flatMap(target -> plan(telling, subscription, target, entries, now).stream())
                    .max(Comparator.naturalOrder());
            last.filter(_ -> telling.isFirst())
                    .ifPresent(due -> first.add(new Planned(telling.alert(), subscription, due)));
        });
        queue.add(entries);
        first.forEach(events::publishEvent);
        queue.runAfterCommit();
    }

    /** Plans one delivery at once to each of these addresses, the same as the subscription's own targets got. */
    void planMails(Telling telling, Subscription subscription, Collection<String> addresses, String why) {
        var now = clock.instant();
        for (var address : addresses) {
            var delivery = alone(telling.alert(), subscription.id(), new Target(EMAIL, address), State.PENDING, now);
            queue.add(delivery, why, null);
            held.joinAllThatJoined(telling.alert(), subscription.id(), delivery.id());
        }
        queue.runAfterCommit();
    }

    /** Plans a digest to each target of the subscription that is sent even if nothing is to be told in it. */
    void planEmptyDigest(Subscription subscription, Instant at) {
        var unwanted = addresses.wantingNoMore(List.of(subscription.id()));
        for (var target : ownTargets(subscription, unwanted.getOrDefault(subscription.id(), Set.of()))) {
            var digest = gathering(Gathers.DIGEST, at.toString(), subscription.id(), target, at);
            queue.add(digest, "a digest, whatever is in it", null);
        }
    }

    /** What a silence holds is due when it ends. */
    @EventListener
    void released(Release release) {
        queue.move(held.dueAt(release.silence(), release.at()), release.at());
    }

    /** A silence covers an alert by the time its delivery is due: what is to be sent at its end waits for that. */
    void holdOn(Delivery due, AlertId alert, Due.Muted muted) {
        var release = muted.release();
        if (release != null) {
            var target = new Target(due.channel(), due.target());
            var gathering = gathering(Gathers.REST, muted.silence(), due.subscription(), target, release);
            gather(alert, gathering, muted.reason(), muted.silence());
        }
    }

    /**
     * Plans one.
     *
     * @param entries gets what nothing can join
     * @return when the target gets it; empty when it is never sent, or not by itself
     */
    private Optional<Instant> plan(
            Telling telling, Subscription subscription, Target target, List<Entry> entries, Instant now) {
        var contact = contact(telling, subscription, target);
        var muted = muted(telling, contact);
        var waiting = contact.held();
        if (muted == null && waiting.isPresent()) {
            held.join(waiting.get(), telling.alert(), subscription.id());
            return Optional.empty();
        }
        var due = subscription.timing().decide(new Facts(telling.news(), contact.reached(), muted), now);
        return switch (due) {
            case Due.Now(var why) -> {
                entries.add(
                        new Entry(alone(telling.alert(), subscription.id(), target, State.PENDING, now), why, null));
                yield Optional.of(now);
            }
            case Due.Waits(var until, var why) -> {
                var delivery = alone(telling.alert(), subscription.id(), target, State.HELD, until);
                queue.add(delivery, why, null);
                held.join(delivery.id(), telling.alert(), subscription.id());
                yield Optional.of(until);
            }
            case Due.Held(var until, var silence, var why) -> {
                var occasion = silence == null ? until.toString() : silence;
                var rest = gathering(Gathers.REST, occasion, subscription.id(), target, until);
                gather(telling.alert(), rest, why, silence);
                yield silence == null ? Optional.of(until) : Optional.empty();
            }
            case Due.InDigest(var at, var why) -> {
                var digest = gathering(Gathers.DIGEST, at.toString(), subscription.id(), target, at);
                gather(telling.alert(), digest, why, null);
                yield Optional.empty();
            }
            case Due.Muted silenced -> {
                entries.add(new Entry(
                        alone(telling.alert(), subscription.id(), target, State.SILENCED, now),
                        silenced.reason(),
                        silenced.silence()));
                yield Optional.empty();
            }
        };
    }

    private Contact contact(Telling telling, Subscription subscription, Target target) {
        var story = telling.story();
        return story == null || telling.isFirst()
                ? Contact.NONE
                : new Contact(held.earlier(story, subscription.id(), target.channel(), target.address()));
    }

    /** What became of a claim that a silence kept from somebody is kept from them too. */
    private static Due.@Nullable Muted muted(Telling telling, Contact contact) {
        var muted = telling.muted();
        if (muted != null || !new Facts(telling.news(), false, null).isOnlyCorrection()) {
            return muted;
        }
        return contact.silencedBy()
                .map(silence -> new Due.Muted(silence, null, "what it corrects was silenced by " + silence))
                .orElse(null);
    }

    /** What comes too late for the others that are gathered goes by itself. */
    private void gather(AlertId alert, Delivery gathering, String why, @Nullable String silence) {
        queue.add(gathering, why, silence);
        if (held.keep(gathering.id())) {
            held.join(gathering.id(), alert, gathering.subscription());
            return;
        }
        var target = new Target(gathering.channel(), gathering.target());
        var late = alone(alert, gathering.subscription(), target, State.PENDING, clock.instant());
        queue.add(late, "at once: what it belonged to is on its way", null);
    }

    private static Delivery gathering(
            Gathers gathers, String occasion, SubscriptionId subscription, Target target, Instant due) {
        var several = new OfSeveral(gathers, occasion);
        return Delivery.planned(several, subscription, target.channel(), target.address(), State.HELD, due);
    }

    private static Delivery alone(AlertId alert, SubscriptionId subscription, Target target, State state, Instant due) {
        return Delivery.planned(new OfAlert(alert), subscription, target.channel(), target.address(), state, due);
    }

    /** Those to whom a story was escalated are told what becomes of it. */
    private List<Target> targets(Telling telling, Subscription subscription, Set<String> unwanted) {
        var targets = ownTargets(subscription, unwanted);
        var story = telling.story();
        var escalation = subscription.escalation();
        if (story != null && escalation != null && !telling.isFirst()) {
            held.mailedOf(story, subscription.id()).stream()
                    .filter(address -> escalation.to().contains(address))
                    .map(address -> new Target(EMAIL, address))
                    .filter(target -> !targets.contains(target))
                    .forEach(targets::add);
        }
        return targets;
    }

    private static List<Target> ownTargets(Subscription subscription, Set<String> unwanted) {
        var targets = new ArrayList<Target>();
        subscription.email().stream()
                .filter(address -> !unwanted.contains(address))
                .forEach(address -> targets.add(new Target(EMAIL, address)));
        var webhook = subscription.webhook();
        if (webhook != null) {
            targets.add(new Target(WEBHOOK, webhook.url().toString()));
        }
        return targets;
    }
}
