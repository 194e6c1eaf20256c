package org.tumen.alert.subscription;

import java.io.Serial;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.tumen.seeds.InvalidSeedException;

/** A request that is refused, as RFC 9457 has it. */
final class SubscriptionProblem extends ErrorResponseException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern EXPECTED = Pattern.compile("(.*) \\(expected: (.*)\\)", Pattern.DOTALL);

    private SubscriptionProblem(HttpStatus status, ProblemDetail detail) {
        super(status, detail, null);
    }

    static SubscriptionProblem of(HttpStatus status, String detail) {
        return new SubscriptionProblem(status, ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** With the field that is at fault, and what is allowed there. */
    static SubscriptionProblem of(InvalidSeedException fault) {
        var expected = EXPECTED.matcher(fault.problem());
        var field = fault.field().replaceFirst("^\\.", "");
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, (field.isEmpty() ? "" : field + ": ") + fault.problem());
        detail.setTitle("The subscription is not as it must be");
        detail.setProperty("field", field);
        if (fault.line() > 0) {
            detail.setProperty("line", fault.line());
        }
        if (expected.matches()) {
            detail.setProperty("allowed", expected.group(2));
        }
        return new SubscriptionProblem(HttpStatus.BAD_REQUEST, detail);
    }
}
