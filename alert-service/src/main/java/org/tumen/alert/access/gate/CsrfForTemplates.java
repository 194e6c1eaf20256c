package org.tumen.alert.access.gate;

import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives templates the token against forged requests, as {@code _csrf}: a form with {@code th:action} gets it by itself, htmx
 * by {@code hx-headers} on the body.
 */
@ControllerAdvice(annotations = Controller.class)
class CsrfForTemplates {

    /** Empty for programs, which have no cookie that others could make use of. */
    @ModelAttribute("_csrf")
    Mono<CsrfToken> token(ServerWebExchange exchange) {
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            return Mono.empty();
        }
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.doOnNext(
                made -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, made));
    }
}
