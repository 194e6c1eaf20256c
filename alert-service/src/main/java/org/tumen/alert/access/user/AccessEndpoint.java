package org.tumen.alert.access.user;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import org.tumen.alert.access.user.Users.User;

/** {@code GET /actuator/access}: whether the first administrator is still to log in. */
@Component
@Endpoint(id = "access")
class AccessEndpoint {

    private final Users users;

    AccessEndpoint(Users users) {
        this.users = users;
    }

    /**
     * The answer.
     *
     * @param awaited the name of the administrator who has not logged in yet; null when somebody has
     */
    record Answer(@Nullable String awaited) {}

    @ReadOperation
    Answer access() {
        return new Answer(users.awaitedAdministrator().map(User::name).orElse(null));
    }
}
