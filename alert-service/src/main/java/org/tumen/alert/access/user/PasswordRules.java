package org.tumen.alert.access.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;

/** Which passwords are taken. Length counts, not kinds of letters: NIST SP 800-63B section 5.1.1.2. */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** bcrypt reads no further, and would take what begins alike for the same. */
    static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /** What is wrong with it, in words for the person; empty when nothing is. */
    static Optional<String> fault(String name, String now, String next) {
        if (next.codePointCount(0, next.length()) < SHORTEST) {
            return Optional.of("Use " + SHORTEST + " characters or more; a few words do well.");
        }
        if (next.getBytes(UTF_8).length > MOST_BYTES) {
            return Optional.of("Use at most " + MOST_BYTES + " bytes: letters beyond ASCII count two to four.");
        }
        if (next.equals(now)) {
            return Optional.of("Use another one than before.");
        }
        return next.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) && name.length() > 3
                ? Optional.of("Use one that does not hold your name.")
                : Optional.empty();
    }
}
