package org.tumen.http;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The connections that one exchange opens. A connection pool waits for a TLS handshake to end, also when nobody wants the
 * connection any more: whoever leaves closes it. Connections that are open belong to the pool and are left alone.
 */
final class Opening {

    private final Queue<Channel> channels = new ConcurrentLinkedQueue<>();
    private volatile boolean isLeft;

    private Opening() {}

    /** The same exchange; when it is cancelled, or runs out of time, nothing of it goes on. */
    static <T> Mono<T> leftOnCancel(Mono<T> exchange) {
        return Mono.defer(() -> {
            var opening = new Opening();
            return exchange.doOnCancel(opening::leave).contextWrite(context -> context.put(Opening.class, opening));
        });
    }

    /** That of the exchange for which a connection is opened in this context. */
    static Optional<Opening> in(ContextView context) {
        return context.getOrEmpty(Opening.class);
    }

    /** Closes it when it comes late: a name is still being resolved while its exchange is cancelled. */
    void add(Channel channel) {
        channels.add(channel);
        if (isLeft) {
            leave();
        }
    }

    private void leave() {
        isLeft = true;
        for (var channel : channels) {
            if (isUnderWay(channel)) {
                var _ = channel.close();
            }
        }
    }

    private static boolean isUnderWay(Channel channel) {
        var tls = channel.pipeline().get(SslHandler.class);
        return !channel.isActive() || (tls != null && !tls.handshakeFuture().isDone());
    }
}
