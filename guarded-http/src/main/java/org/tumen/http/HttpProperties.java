package org.tumen.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests may go, the same for every service that calls out.
 *
 * @param allowedAddresses ranges that may be called although they are private, as {@code 10.1.0.0/16}
 */
@ConfigurationProperties("tumen.http")
public record HttpProperties(@DefaultValue List<String> allowedAddresses) {

    /** Refuses what is no range when the configuration is read, not at the first request. */
    public HttpProperties {
        AddressPolicy.denyingPrivate(allowedAddresses);
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    public AddressPolicy policy() {
        return AddressPolicy.denyingPrivate(allowedAddresses);
    }
}
