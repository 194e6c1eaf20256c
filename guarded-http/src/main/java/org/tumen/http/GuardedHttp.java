package org.tumen.http;

import io.netty.channel.ChannelOption;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Redirect;
import org.tumen.http.HttpOutcome.Refused;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The one way out to the network. Every address is checked at the moment of connecting and in every URL on the way;
 * time, size and redirects are bounded; no cookie and no referer is ever sent. Safe for use by many threads.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final int CONNECTIONS_PER_HOST = 8;
    private static final Duration MAX_IDLE = Duration.ofSeconds(10);
    private static final int MAX_STATUS_LINE_BYTES = 4096;
    private static final int MAX_PORT = 65_535;

    private final AddressPolicy policy;
    private final Limits limits;
    private final ConnectionProvider connections;
    private final LoopResources loops = LoopResources.create("guarded-http", 2, true);
    private final GuardedResolvers resolvers;
    private final WebClient client;

    private GuardedHttp(AddressPolicy policy, Limits limits, DnsServerAddressStreamProvider nameServers) {
        this.policy = policy;
        this.limits = limits;
        this.resolvers = new GuardedResolvers(policy, nameServers);
        this.connections = ConnectionProvider.builder("guarded-http")
                .maxConnections(CONNECTIONS_PER_HOST)
                .pendingAcquireTimeout(limits.timeout())
                .maxIdleTime(MAX_IDLE)
                .build();
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)
                        .runOn(loops, false) // The resolver's own channels are NIO, so its event loop must be.
                        .resolver(resolvers)
                        .followRedirect(false)
                        .compress(false)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                                Math.min(limits.timeout().toMillis(), Integer.MAX_VALUE))
                        .doOnChannelInit((connection, channel, _) -> {
                            channel.pipeline()
                                    .addAfter(NettyPipeline.HttpCodec, "interim-responses", new InterimResponses());
                            Opening.in(connection.currentContext()).ifPresent(opening -> opening.add(channel));
                        })
                        .httpResponseDecoder(decoder -> decoder.maxInitialLineLength(MAX_STATUS_LINE_BYTES)
                                .maxHeaderSize(limits.maxHeaderBytes()))))
                .build();
    }

    public static GuardedHttp create(AddressPolicy policy, Limits limits) {
        return create(policy, limits, DnsServerAddressStreamProviders.platformDefault());
    }

    /** The same with name servers of its own. */
    static GuardedHttp create(AddressPolicy policy, Limits limits, DnsServerAddressStreamProvider nameServers) {
        return new GuardedHttp(policy, limits, nameServers);
    }

    /**
     * Makes one call. What goes wrong is an outcome, never an error; cancelling ends the exchange. The outcome may come on
     * an event loop, which must not be blocked.
     */
    public Mono<HttpOutcome> exchange(HttpCall call) {
        return Opening.leftOnCancel(Mono.defer(() -> step(call, List.of())))
                .timeout(limits.timeout())
                .onErrorResume(Exception.class, failure -> Mono.just(Troubles.outcomeOf(failure, limits)));
    }

    @Override
    public void close() {
        connections.dispose();
        resolvers.close();
        loops.dispose();
    }

    private Mono<HttpOutcome> step(HttpCall call, List<Redirect> redirects) {
        var objection = objection(call.uri());
        if (objection.isPresent()) {
            return Mono.just(new Refused(objection.get()));
        }
        var request = client.method(HttpMethod.valueOf(call.method()))
                .uri(call.uriOnTheWire())
                .headers(headers -> {
                    headers.set("Accept-Encoding", "gzip");
                    call.headers().forEach(headers::set);
                });
        var body = call.body();
        return (body == null ? request : request.bodyValue(body))
                .exchangeToMono(response -> outcome(response, call, redirects));
    }

    private Mono<HttpOutcome> outcome(ClientResponse response, HttpCall call, List<Redirect> redirects) {
        var location = response.headers().asHttpHeaders().getFirst("Location");
        if (call.followsRedirects() && limits.maxRedirects() > 0 && isRedirect(response) && location != null) {
            return bytes(response).then(Mono.defer(() -> follow(response, call, location, redirects)));
        }
        var whole = bytes(response);
        // Unpacking takes its time, which an event loop has not.
        return (isPlain(response) ? whole : whole.publishOn(Schedulers.boundedElastic()))
                .flatMap(bytes -> answered(response, call, redirects, bytes));
    }

    private Mono<HttpOutcome> follow(
            ClientResponse response, HttpCall call, String location, List<Redirect> redirects) {
        var target = Location.resolve(call.uri(), location);
        if (target.isEmpty()) {
            return refused("redirect to something that is no address: " + location);
        }
        if (redirects.size() == limits.maxRedirects()) {
            return refused("more than " + limits.maxRedirects() + " redirects");
        }
        var way = new ArrayList<>(redirects);
        way.add(new Redirect(response.statusCode().value(), call.uri(), target.get()));
        return step(call.redirectedTo(target.get()), way);
    }

    private Mono<byte[]> bytes(ClientResponse response) {
        return BoundedBytes.of(response.bodyToFlux(DataBuffer.class), limits.maxBodyBytes());
    }

    private Mono<HttpOutcome> answered(ClientResponse response, HttpCall call, List<Redirect> redirects, byte[] sent) {
        var headers = headersOf(response);
        var encoding = headers.first("Content-Encoding");
        try {
            var body = sent.length == 0 ? sent : decoded(sent, encoding);
            if (body.length > limits.maxBodyBytes()) {
                return refused("body over " + limits.maxBodyBytes() + " bytes");
            }
            return Mono.just(new Answered(
                    response.statusCode().value(), headers, Body.owning(body), call.uri(), List.copyOf(redirects)));
        } catch (UnsupportedEncodingException e) {
            return refused("Content-Encoding: " + e.getMessage() + " (expected: gzip, or none)");
        } catch (IOException e) {
            return Mono.just(new HttpOutcome.Failed("broken gzip: " + e.getMessage()));
        }
    }

    private static Headers headersOf(ClientResponse response) {
        var fields = new HashMap<String, List<String>>();
        response.headers().asHttpHeaders().forEach(fields::put);
        return new Headers(fields);
    }

    private byte[] decoded(byte[] sent, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> sent;
            case "gzip", "x-gzip" -> Gzip.unpack(sent, limits.maxBodyBytes());
            default -> throw new UnsupportedEncodingException(encoding);
        };
    }

    private Optional<String> objection(URI uri) {
        var scheme = uri.getScheme();
        var host = uri.getHost();
        if (!("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            return Optional.of("scheme: " + scheme + " (expected: http or https)");
        }
        if (host == null) {
            return Optional.of("address without a host: " + uri);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("address with credentials: " + host);
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return Optional.of("port: " + uri.getPort() + " (expected: 1 to " + MAX_PORT + ")");
        }
        return policy.objectionToLiteral(host).map(reason -> "forbidden address: " + reason);
    }

    private static boolean isPlain(ClientResponse response) {
        return response.headers().header("Content-Encoding").isEmpty();
    }

    private static boolean isRedirect(ClientResponse response) {
        return switch (response.statusCode().value()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static Mono<HttpOutcome> refused(String reason) {
        return Mono.just(new Refused(reason));
    }
}
