package org.tumen.http;

import java.io.IOException;

/** A name resolves to nothing but addresses that must not be called. */
final class ForbiddenAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
        super(message);
    }
}
