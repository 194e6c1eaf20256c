package org.tumen.alert.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertRaised;

/** The alerts as JSON, newest first. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

    private static final int MOST = 200;

    private final Alerts alerts;

    ApiController(Alerts alerts) {
        this.alerts = alerts;
    }

    /**
     * A page of alerts.
     *
     * @param next the cursor of the page that follows; null at the end
     */
    record Page(List<AlertRaised> alerts, @Nullable String next) {}

    @GetMapping("/alerts")
    Page alerts(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST, "limit: " + limit + " (expected: 1 to " + MOST + ")"),
                    null);
        }
        var page = alerts.before(cursor, limit);
        return new Page(
                page.stream().map(placed -> placed.alert().event()).toList(),
                page.size() == limit ? Long.toString(page.getLast().position()) : null);
    }
}
