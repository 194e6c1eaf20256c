package org.tumen.alert.access.session;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Caller;

/** Who one is, and what one may do. */
@RestController
class MeController {

    /**
     * The answer.
     *
     * @param way {@code session} or {@code token}
     */
    record Me(String name, String role, String way) {}

    @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
    Me me(@AuthenticationPrincipal Caller caller) {
        return new Me(caller.name(), caller.role().word(), caller.way().word());
    }
}
