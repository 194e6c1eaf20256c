package org.tumen.alert.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.raise.Alerts;
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

    @GetMapping("/api/v1/subscriptions/{id}/alerts.atom")
    ResponseEntity<String> feed(@PathVariable SubscriptionId id) {
        var subscription = subscriptions
                .find(id)
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.NOT_FOUND,
                        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no subscription " + id),
                        null));
        var self = links.to("/api/v1/subscriptions/" + id + "/alerts.atom");
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
