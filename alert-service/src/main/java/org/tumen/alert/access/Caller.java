package org.tumen.alert.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Who makes a request. A controller takes it as an argument, with {@code @AuthenticationPrincipal}.
 *
 * @param name of the person; of a token that belongs to nobody, its own
 * @param role what the caller may do with this request: of a token's and its person's roles the lesser
 * @param way how the caller was known
 * @param mustChangePassword when true the caller may do nothing else
 */
public record Caller(String name, Role role, Way way, boolean mustChangePassword) implements AuthenticatedPrincipal {

    /** What somebody may do; each may do all that those before may. */
    public enum Role {
        /** Looks at everything but the persons and the trail. */
        READER,
        /** Judges, acknowledges, silences, and keeps subscriptions of their own. */
        ANALYST,
        /** Keeps feeds, deliveries, and everybody's subscriptions. */
        OPERATOR,
        /** Keeps persons and their tokens, and reads the trail. */
        ADMINISTRATOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty when there is no such role. */
        public static Optional<Role> of(String word) {
            return Arrays.stream(values())
                    .filter(role -> role.word().equals(word))
                    .findFirst();
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Role::word).toList();
        }

        public Role orLess(Role other) {
            return compareTo(other) < 0 ? this : other;
        }
    }

    /** How a caller was known. */
    public enum Way {
        SESSION,
        TOKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean mayActAs(Role needed) {
        return !mustChangePassword && role.compareTo(needed) >= 0;
    }

    /** As Spring Security has it: with every role that this one includes; with none before the password was changed. */
    public Authentication authentication() {
        var authorities = Arrays.stream(Role.values())
                .filter(this::mayActAs)
                .map(each -> new SimpleGrantedAuthority("ROLE_" + each.name()))
                .toList();
        return new PreAuthenticatedAuthenticationToken(this, "", authorities);
    }
}
