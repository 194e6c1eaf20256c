package org.tumen.alert.access.user;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** A person's change of the own password. */
@Service
public class Passwords {

    private final Users users;

    Passwords(Users users) {
        this.users = users;
    }

    /**
     * Changes it, and ends every session of the person.
     *
     * @return what is wrong, in words for the person; empty when it was changed
     */
    public Optional<String> change(String name, String now, String next) {
        if (users.withPassword(name, now).isEmpty()) {
            return Optional.of("The password of now is not right.");
        }
        var fault = PasswordRules.fault(name, now, next);
        if (fault.isEmpty()) {
            users.choosePassword(name, next);
        }
        return fault;
    }
}
