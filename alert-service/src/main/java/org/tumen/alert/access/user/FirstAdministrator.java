package org.tumen.alert.access.user;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.audit.Audit;
import org.tumen.alert.access.audit.Audit.Entry;
import org.tumen.alert.access.secret.Secret;

/**
 * Makes one administrator where there is nobody, with a password that is good for one login. It is printed once and kept
 * nowhere, or was named by whoever starts the service; then it is not printed, and counts at each start until it was used.
 */
@Component
@EnableConfigurationProperties(AccessProperties.class)
class FirstAdministrator implements SmartInitializingSingleton {

    static final String NAME = "admin";

    private final Users users;
    private final Audit audit;
    private final AccessProperties properties;

    FirstAdministrator(Users users, Audit audit, AccessProperties properties) {
        this.users = users;
        this.audit = audit;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var named = properties.firstPassword();
        if (users.isEmpty()) {
            var password = named == null || named.isBlank() ? Secret.password() : named;
            // Of several instances that start at once, one makes it, and that one prints its password.
            if (users.add(NAME, Role.ADMINISTRATOR, password)) {
                audit.add(new Entry(
                        "alert-service", "service", null, null, "first administrator", NAME, null, null, NAME));
                if (!password.equals(named)) {
                    print(password);
                }
            }
        } else if (named != null && !named.isBlank()) {
            users.awaitedAdministrator().ifPresent(user -> users.giveOneTimePassword(user.name(), named));
        }
    }

    /** To the console and not to the log, which is collected and kept. */
    private static void print(String password) {
        System.out.println("""

                Nobody can log in yet, so there is an administrator now.
                  name               %s
                  one-time password  %s
                It is shown this once, and must be changed at the first login.
                """.formatted(NAME, password));
    }
}
