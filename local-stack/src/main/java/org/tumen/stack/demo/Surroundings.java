package org.tumen.stack.demo;

import java.net.URI;
import java.util.List;
import org.tumen.stack.catcher.WebhookCatcher;

/**
 * Where the services of a demo meet its newsroom and its receivers.
 *
 * @param addresses ranges (CIDR) in which they are, which are private
 * @param mailHost the mail server
 * @param mailPort its port
 * @param webhook where alerts are posted to
 * @param secret to sign them with
 */
record Surroundings(List<String> addresses, String mailHost, int mailPort, URI webhook, String secret) {

    Surroundings {
        addresses = List.copyOf(addresses);
    }

    static Surroundings onThisMachine(int mailPort, WebhookCatcher webhook) {
        return new Surroundings(List.of("127.0.0.0/8"), "127.0.0.1", mailPort, webhook.address(), webhook.secret());
    }

    /** In a network of containers, which is somewhere in the ranges of RFC 1918. */
    static Surroundings inCompose(String host, int mailPort, WebhookCatcher webhook) {
        return new Surroundings(
                List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
                host,
                mailPort,
                webhook.address(),
                webhook.secret());
    }
}
