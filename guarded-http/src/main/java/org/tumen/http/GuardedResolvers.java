package org.tumen.http;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/**
 * Resolves names and keeps the addresses that may be called. It stands between resolving and connecting, so a name that
 * resolves to something else the next time (DNS rebinding) gains nothing.
 */
final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {

    private final AddressPolicy policy;
    private final DnsAddressResolverGroup names;

    GuardedResolvers(AddressPolicy policy, DnsServerAddressStreamProvider nameServers) {
        this.policy = policy;
        this.names = new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .nameServerProvider(nameServers));
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guarded(names.getResolver(executor), executor);
    }

    @Override
    public void close() {
        names.close();
        super.close();
    }

    private List<InetSocketAddress> permitted(List<InetSocketAddress> addresses) throws ForbiddenAddressException {
        var permitted = addresses.stream()
                .filter(address -> policy.objection(address.getAddress()).isEmpty())
                .toList();
        if (permitted.isEmpty()) {
            var first = addresses.getFirst();
            throw new ForbiddenAddressException(first.getHostString() + " is "
                    + policy.objection(first.getAddress()).orElseThrow());
        }
        return permitted;
    }

    /** One event loop's resolver. */
    private final class Guarded implements AddressResolver<InetSocketAddress> {

        private final AddressResolver<InetSocketAddress> resolver;
        private final EventExecutor executor;

        private Guarded(AddressResolver<InetSocketAddress> resolver, EventExecutor executor) {
            this.resolver = resolver;
            this.executor = executor;
        }

        @Override
        public boolean isSupported(SocketAddress address) {
            return resolver.isSupported(address);
        }

        /** Never: even an address that needs no resolving has to be judged. */
        @Override
        public boolean isResolved(SocketAddress address) {
            return false;
        }

        @Override
        public Future<List<InetSocketAddress>> resolveAll(SocketAddress address) {
            return resolveAll(address, executor.newPromise());
        }

        @Override
        public Future<List<InetSocketAddress>> resolveAll(
                SocketAddress address, Promise<List<InetSocketAddress>> promise) {
            resolver.resolveAll(address).addListener((Future<List<InetSocketAddress>> found) -> {
                if (!found.isSuccess()) {
                    promise.setFailure(found.cause());
                    return;
                }
                try {
                    promise.setSuccess(permitted(found.getNow()));
                } catch (ForbiddenAddressException e) {
                    promise.setFailure(e);
                }
            });
            return promise;
        }

        @Override
        public Future<InetSocketAddress> resolve(SocketAddress address) {
            return resolve(address, executor.newPromise());
        }

        @Override
        public Future<InetSocketAddress> resolve(SocketAddress address, Promise<InetSocketAddress> promise) {
            resolveAll(address).addListener((Future<List<InetSocketAddress>> found) -> {
                if (found.isSuccess()) {
                    promise.setSuccess(found.getNow().getFirst());
                } else {
                    promise.setFailure(found.cause());
                }
            });
            return promise;
        }

        @Override
        public void close() {
            resolver.close();
        }
    }
}
