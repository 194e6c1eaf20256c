package org.tumen.alert.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** Links for tests that start nothing. */
public final class Links {

    private Links() {}

    public static SignedLinks under(String base) {
        return to(Optional.of(base));
    }

    /** Those of a service that does not know under which address it is reached. */
    public static SignedLinks nowhere() {
        return to(Optional.empty());
    }

    private static SignedLinks to(Optional<String> base) {
        return new SignedLinks(() -> base, new LinkKey(() -> "a key for tests, of thirty-two by".getBytes(UTF_8)));
    }
}
