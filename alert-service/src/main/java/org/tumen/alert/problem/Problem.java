package org.tumen.alert.problem;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is refused. Its members are the answer's, as RFC 9457 has it. */
public final class Problem extends ErrorResponseException {

    @Serial
    private static final long serialVersionUID = 1L;

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    /**
     * A value that is not allowed (400).
     *
     * @param field as it is named in the request
     * @param value as it was sent; null when it is missing
     * @param allowed in words
     */
    public static Problem field(String field, @Nullable Object value, String allowed) {
        var problem = of(
                HttpStatus.BAD_REQUEST,
                field + ": " + (value == null ? "missing" : value) + " (expected: " + allowed + ")");
        problem.getBody().setProperty("field", field);
        problem.getBody().setProperty("allowed", allowed);
        return problem;
    }

    /** 404. */
    public static Problem missing(String what) {
        return of(HttpStatus.NOT_FOUND, what);
    }

    /** 409. */
    public static Problem conflict(String why) {
        return of(HttpStatus.CONFLICT, why);
    }

    /** 403: known, and not allowed. */
    public static Problem forbidden(String why) {
        return of(HttpStatus.FORBIDDEN, why);
    }

    /** 412: it is not as whoever asks has seen it. */
    public static Problem changedMeanwhile(String what) {
        return of(HttpStatus.PRECONDITION_FAILED, what);
    }

    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, ProblemDetail.forStatusAndDetail(status, detail));
    }
}
