package org.tumen.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.token.Tokens;
import org.tumen.alert.access.user.Users;

/** A person of each role, with a token. */
final class Callers {

    static final String PASSWORD = "the river has three banks";

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final String prefix;

    /**
     * Makes them, unless they are there.
     *
     * @param prefix of their names
     */
    Callers(String prefix, Users users, Tokens store) {
        this.prefix = prefix;
        for (var role : Role.values()) {
            if (users.add(name(role), role, "given-by-somebody")) {
                users.choosePassword(name(role), PASSWORD);
            }
            var made = store.make(name(role), "of a test", role, Instant.now().plus(1, ChronoUnit.DAYS));
            tokens.put(role, made.secret());
        }
    }

    String name(Role role) {
        return prefix + "-" + role.word();
    }

    String token(Role role) {
        return tokens.getOrDefault(role, "none");
    }
}
