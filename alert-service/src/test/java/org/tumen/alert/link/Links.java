package org.tumen.alert.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** Links for tests that start nothing. */
public final class Links {

    private Links() {}

    public static SignedLinks under(String base) {
        return new SignedLinks(
                () -> Optional.of(base), new LinkKey(() -> "a key for tests, of thirty-two by".getBytes(UTF_8)));
    }
}
