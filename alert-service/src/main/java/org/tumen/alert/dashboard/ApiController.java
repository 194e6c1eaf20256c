package org.tumen.alert.dashboard;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.page.Page;
import org.tumen.alert.problem.Problem;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;

/** The alerts as JSON. */
@RestController
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiController {

    private final Alerts alerts;

    ApiController(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Newest first. */
    @GetMapping
    Page<AlertRaised> alerts(
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        var found = alerts.before(Page.number(cursor, Long.MAX_VALUE), Page.size(limit) + 1);
        return Page.of(
                found,
                limit,
                placed -> Long.toString(placed.position()),
                placed -> placed.alert().event());
    }

    @GetMapping("/{id}")
    ResponseEntity<AlertRaised> alert(@PathVariable String id) {
        try {
            return alerts.find(new AlertId(id))
                    .map(placed -> Page.tagged(placed.alert().event()))
                    .orElseThrow(() -> Problem.missing("there is no alert " + id));
        } catch (IllegalArgumentException _) {
            throw Problem.missing("there is no alert " + id);
        }
    }
}
