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
public record Surroundings(List<String> addresses, String mailHost, int mailPort, URI webhook, String secret) {

    public Surroundings {
        addresses = List.copyOf(addresses);
    }

    /** On the loopback address. */
    public static Surroundings onThisMachine(int mailPort, WebhookCatcher webhook) {
        return new Surroundings(List.of("127.0.0.0/8"), "127.0.0.1", mailPort, webhook.address(), webhook.secret());
    }

    /** The same, its webhook called at another port of the same address. */
    public Surroundings reachedThrough(int port) {
        var call = URI.create("http://" + webhook.getHost() + ":" + port + webhook.getPath());
        return new Surroundings(addresses, mailHost, mailPort, call, secret);
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
