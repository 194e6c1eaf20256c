package org.tumen.alert.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each JSON answer of the API an ETag of its content, unless it has one of its own, and spares whoever names it the
 * unchanged (RFC 9110 section 13.1.2). It saves the network, not the database.
 */
@Component
class ContentTags implements WebFilter {

    private static final String API = "/api/v1/";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!request.getMethod().equals(HttpMethod.GET)
                || !request.getPath().value().startsWith(API)) {
            return chain.filter(exchange);
        }
        return known(request)
                .map(known -> chain.filter(
                        exchange.mutate().response(new Tagged(exchange, known)).build()))
                .orElseGet(() -> filter(withoutTags(exchange), chain));
    }

    /** Empty when the header is none: it is passed over then, as one that names nothing of ours. */
    private static Optional<List<String>> known(ServerHttpRequest request) {
        try {
            return Optional.of(request.getHeaders().getIfNoneMatch());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static ServerWebExchange withoutTags(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.IF_NONE_MATCH)))
                .build();
    }

    private static final class Tagged extends ServerHttpResponseDecorator {

        private final List<String> known;

        Tagged(ServerWebExchange exchange, List<String> known) {
            super(exchange.getResponse());
            this.known = known;
        }

        /** What is written in one piece is here as a whole; what flows, such as an export, is let through. */
        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return body instanceof Mono<?> && isPlain() ? Mono.from(body).flatMap(this::tagged) : super.writeWith(body);
        }

        private boolean isPlain() {
            var status = getStatusCode();
            return (status == null || status.isSameCodeAs(HttpStatus.OK))
                    && MediaType.APPLICATION_JSON.isCompatibleWith(getHeaders().getContentType())
                    && getHeaders().getETag() == null;
        }

        private Mono<Void> tagged(DataBuffer content) {
            var tag = Page.tag(content.toString(ISO_8859_1).getBytes(ISO_8859_1));
            getHeaders().setETag(tag);
            if (known.stream().noneMatch(one -> one.equals("*") || one.equals(tag))) {
                return super.writeWith(Mono.just(content));
            }
            DataBufferUtils.release(content);
            setStatusCode(HttpStatus.NOT_MODIFIED);
            getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
            return setComplete();
        }
    }
}
