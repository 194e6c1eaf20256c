package org.tumen.alert.delivery.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.http.GuardedHttp;
import org.tumen.http.HttpCall;

/** Posts an alert or a notice, signed anew at each attempt; the id stays the same. */
@Component
class WebhookChannel implements Channel {

    private static final String USER_AGENT = "Tumen/0.1 (webhook)";

    private final GuardedHttp http;
    private final Bodies bodies;
    private final Subscriptions subscriptions;
    private final Clock clock;

    WebhookChannel(GuardedHttp webhookHttp, Bodies bodies, Subscriptions subscriptions, Clock clock) {
        this.http = webhookHttp;
        this.bodies = bodies;
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
        var body = bodies.of(webhook.get().format(), dispatch.content());
        var call = call(webhook.get(), dispatch.deliveryId(), body);
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
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", USER_AGENT);
        if (!webhook.secrets().isEmpty()) {
            headers.putAll(Signing.headers(webhook.secrets(), id, clock.instant(), body));
        }
        return new HttpCall("POST", webhook.url(), headers, body);
    }
}
