package org.tumen.alert.delivery.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.http.GuardedHttp;
import org.tumen.http.HttpCall;

/** Posts an alert, signed anew at each attempt; the id stays the same. */
@Component
class WebhookChannel implements Channel {

    private static final String USER_AGENT = "Tumen/0.1 (webhook)";

    private final GuardedHttp http;
    private final Subscriptions subscriptions;
    private final Clock clock;

    WebhookChannel(GuardedHttp webhookHttp, Subscriptions subscriptions, Clock clock) {
        this.http = webhookHttp;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String peer(String target) {
        var url = URI.create(target);
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        var webhook = configured(dispatch);
        if (webhook.isEmpty()) {
            return new Outcome.Refused("subscription " + dispatch.subscription() + " has no such webhook any more");
        }
        var body = WebhookBody.of(dispatch.alert());
        if (body.isEmpty()) {
            return new Outcome.Refused("payload over " + WebhookBody.MOST_BYTES + " bytes");
        }
        var call = call(webhook.get(), dispatch.deliveryId(), body.get());
        var answer = http.exchange(call).blockOptional().orElseThrow();
        return WebhookAnswer.outcome(answer, clock.instant());
    }

    /** The secret is not kept in the database: it is that of the subscription as it is now. */
    private Optional<Subscription.Webhook> configured(Dispatch dispatch) {
        return subscriptions
                .find(dispatch.subscription())
                .map(Subscription::webhook)
                .filter(webhook -> webhook.url().toString().equals(dispatch.target()));
    }

    private HttpCall call(Subscription.Webhook webhook, String id, String body) {
        var timestamp = clock.instant().getEpochSecond();
        return new HttpCall(
                "POST",
                webhook.url(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        USER_AGENT,
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signature(webhook.secret(), id, timestamp, body)),
                body);
    }

    private static String signature(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("the secret was checked when it was read", e);
        }
    }
}
