package org.tumen.crawler.fetch;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tumen.http.AddressPolicy;

/**
 * Where requests may go.
 *
 * @param allowedAddresses ranges that may be called although they are private, as {@code 10.1.0.0/16}
 */
@ConfigurationProperties("tumen.http")
record HttpProperties(@DefaultValue List<String> allowedAddresses) {

    /** Refuses what is no range when the configuration is read, not at the first request. */
    HttpProperties {
        AddressPolicy.denyingPrivate(allowedAddresses);
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    AddressPolicy policy() {
        return AddressPolicy.denyingPrivate(allowedAddresses);
    }
}
