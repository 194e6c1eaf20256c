package org.tumen.alert.acknowledge;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Change;
import org.tumen.alert.acknowledge.Acknowledgements.Acknowledgement;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Takes an alert on: nobody else is told for want of an answer. */
@RestController
@RequestMapping("/api/v1/alerts/{id}/acknowledge")
class AcknowledgeController {

    private static final int LONGEST_TEXT = 500;

    private final Acknowledgements acknowledgements;
    private final Alerts alerts;
    private final Clock clock;

    AcknowledgeController(Acknowledgements acknowledgements, Alerts alerts, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Who takes it on.
     *
     * @param by a name or an address
     * @param subscription for whom; for all that were told when left out
     * @param comment may be left out
     */
    record Request(
            @Nullable String by,
            @Nullable String subscription,
            @Nullable String comment) {}

    /** Of the alert and the others on its story, oldest first. */
    @GetMapping
    List<Acknowledgement> all(@PathVariable String id) {
        return acknowledgements.of(known(id), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Acknowledgement> acknowledge(@PathVariable String id, @RequestBody Request request, Change trail) {
        var alert = known(id);
        var by = request.by();
        var comment = request.comment() == null ? "" : request.comment();
        if (by == null || by.isBlank() || by.length() > LONGEST_TEXT) {
            throw refused("by: missing or too long (expected: a name of 1 to " + LONGEST_TEXT + " characters)");
        }
        if (comment.length() > LONGEST_TEXT) {
            throw refused("comment: too long (expected: at most " + LONGEST_TEXT + " characters)");
        }
        acknowledgements.add(new Acknowledgement(
                alert, subscription(request.subscription()), by.strip(), comment.strip(), clock.instant()));
        trail.from(null, "taken on by " + by.strip() + (comment.isBlank() ? "" : ": " + comment.strip()));
        return acknowledgements.of(alert, null);
    }

    private AlertId known(String id) {
        try {
            var alert = new AlertId(id);
            if (alerts.find(alert).isPresent()) {
                return alert;
            }
        } catch (IllegalArgumentException _) {
            // Told below, like every other id that is none of ours.
        }
        throw problem(HttpStatus.NOT_FOUND, "no alert " + id);
    }

    private static @Nullable SubscriptionId subscription(@Nullable String id) {
        try {
            return id == null ? null : new SubscriptionId(id);
        } catch (IllegalArgumentException e) {
            throw refused("subscription: " + e.getMessage());
        }
    }

    private static ErrorResponseException refused(String problem) {
        return problem(HttpStatus.BAD_REQUEST, problem);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
