package org.tumen.alert.access.audit;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.audit.Audit.Placed;
import org.tumen.alert.page.Page;

/** The trail, newest first, for administrators. */
@RestController
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Placed> changes(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        var before = Page.number(cursor, Long.MAX_VALUE);
        return Page.of(audit.before(before, Page.size(limit) + 1), limit, placed -> Long.toString(placed.position()));
    }
}
