package org.tumen.alert.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/**
 * Answers every refused request of a program in one form (RFC 9457): what is wrong, and where it is a field, which and what is
 * allowed there. Pages have pages of their own for that.
 */
@ControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    /** How everything here says what is wrong with a value. */
    private static final Pattern FIELD = Pattern.compile("([\\w.\\[\\]-]+): .*\\(expected: (.*)\\)", Pattern.DOTALL);

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException fault, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        var parameter = fault.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        var isOfTheQuery =
                name != null && exchange.getRequest().getQueryParams().containsKey(name);
        if (parameter == null || name == null || isBody(parameter)) {
            return super.handleServerWebInputException(fault, headers, status, exchange);
        }
        var value = isOfTheQuery ? exchange.getRequest().getQueryParams().getFirst(name) : null;
        var problem =
                Problem.field(name, value, allowed(parameter.nestedIfOptional().getNestedParameterType()));
        return handleExceptionInternal(problem, problem.getBody(), headers, status, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> databaseIsAway(DataAccessResourceFailureException fault, ServerWebExchange exchange) {
        return away(fault, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> databaseIsAway(CannotCreateTransactionException fault, ServerWebExchange exchange) {
        return away(fault, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception fault,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        var said = body == null && fault instanceof ErrorResponse response ? response.getBody() : body;
        if (isOfAPage(exchange.getRequest())) {
            return Mono.error(ofAPage(fault, said, status));
        }
        if (said instanceof ProblemDetail problem) {
            complete(problem, exchange);
        }
        return super.handleExceptionInternal(fault, said, headers, status, exchange);
    }

    /** Pages of errors know the status of this exception alone: every other one would be a fault of the service to them. */
    private static Exception ofAPage(Exception fault, @Nullable Object said, HttpStatusCode status) {
        return fault instanceof ResponseStatusException
                ? fault
                : new ResponseStatusException(
                        status, said instanceof ProblemDetail problem ? problem.getDetail() : null, fault);
    }

    private Mono<ResponseEntity<Object>> away(Exception fault, ServerWebExchange exchange) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer (expected: another try in a moment)");
        return handleExceptionInternal(fault, problem, new HttpHeaders(), HttpStatus.SERVICE_UNAVAILABLE, exchange);
    }

    private static void complete(ProblemDetail problem, ServerWebExchange exchange) {
        if (problem.getInstance() == null) {
            problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        }
        var properties = problem.getProperties();
        var detail = problem.getDetail();
        if (detail == null || (properties != null && properties.containsKey("allowed"))) {
            return;
        }
        var said = FIELD.matcher(detail);
        if (said.matches()) {
            problem.setProperty("field", said.group(1));
            problem.setProperty("allowed", said.group(2));
        }
    }

    private static boolean isOfAPage(ServerHttpRequest request) {
        return !request.getPath().value().startsWith("/api/")
                && request.getHeaders().getAccept().contains(MediaType.TEXT_HTML);
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "Instant" -> "a time as 2026-11-01T12:00:00Z";
            case "LocalDate" -> "a date as 2026-11-01";
            default -> "a value";
        };
    }
}
