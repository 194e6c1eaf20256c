package org.tumen.alert.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.alert.problem.Problem;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/** The last alerts of a subscription for feed readers, who ask again and again: an ETag spares both sides the unchanged. */
@RestController
class AtomController {

    private static final int ENTRIES = 50;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", UTF_8);

    private final Subscriptions subscriptions;
    private final Alerts alerts;
    private final SignedLinks links;

    AtomController(Subscriptions subscriptions, Alerts alerts, SignedLinks links) {
        this.subscriptions = subscriptions;
        this.alerts = alerts;
        this.links = links;
    }

    /**
     * Where a feed reader finds the alerts, without a login.
     *
     * @param url null when this service does not know under which address readers reach it
     */
    record Link(@Nullable String url) {}

    @GetMapping("/api/v1/subscriptions/{id}/alerts.atom")
    ResponseEntity<String> feed(@PathVariable SubscriptionId id) {
        return feed(known(id), links.to("/api/v1/subscriptions/" + id + "/alerts.atom"));
    }

    /** For whoever has the link, which is as good as a login for this one thing. */
    @GetMapping("/atom/{token}")
    ResponseEntity<String> feedByLink(@PathVariable String token) {
        var id = links.read(Purpose.ATOM, token)
                .filter(facts -> facts.size() == 1)
                .map(facts -> new SubscriptionId(facts.getFirst()))
                .orElseThrow(() -> Problem.missing("this link is not whole"));
        return feed(known(id), links.to("/atom/" + token));
    }

    @GetMapping("/api/v1/subscriptions/{id}/atom-link")
    Link link(@PathVariable SubscriptionId id) {
        known(id);
        return new Link(
                links.to(Purpose.ATOM, List.of(id.value())).map(URI::toString).orElse(null));
    }

    private Subscription known(SubscriptionId id) {
        return subscriptions.find(id).orElseThrow(() -> Problem.missing("there is no subscription " + id));
    }

    private ResponseEntity<String> feed(Subscription subscription, Optional<URI> self) {
        var id = subscription.id();
        var feed = AtomFeed.of(subscription, self, alerts.lastOf(id, ENTRIES));
        return ResponseEntity.ok().contentType(ATOM).eTag(digest(feed)).body(feed);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
