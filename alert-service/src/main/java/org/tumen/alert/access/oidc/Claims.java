package org.tumen.alert.access.oidc;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.access.Caller.Role;

/** Reads what a provider says of a person. */
final class Claims {

    private static final int LONGEST_NAME = 100;

    private final OidcProperties properties;

    Claims(OidcProperties properties) {
        this.properties = properties;
    }

    /** Empty when the person may not log in. */
    Optional<Role> role(Map<String, Object> claims) {
        return words(claims.get(properties.rolesClaim()))
                .flatMap(word -> Stream.ofNullable(properties.roles().get(word)))
                .max(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(properties.otherwise()));
    }

    /** Never the name of somebody who has a password here: those hold no @. */
    String name(Map<String, Object> claims, String subject, String provider) {
        var name = claims.get(properties.nameClaim()) instanceof String said ? said : subject;
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._@+-]", "");
        var start = plain.isEmpty() ? "somebody" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return start + "@" + provider;
    }

    private static Stream<String> words(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.empty();
            case Collection<?> several -> several.stream().map(String::valueOf);
            default -> List.of(String.valueOf(claim).split("\\s+")).stream();
        };
    }
}
