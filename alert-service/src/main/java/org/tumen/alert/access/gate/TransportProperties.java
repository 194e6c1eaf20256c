package org.tumen.alert.access.gate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests come in.
 *
 * @param transport who keeps passwords and sessions from being read on their way
 */
@ConfigurationProperties("tumen.alert.access")
record TransportProperties(@DefaultValue("loopback") Transport transport) {

    /** Who keeps the way safe. */
    enum Transport {
        /** Nobody needs to: only this machine reaches the service, or it speaks TLS itself. */
        LOOPBACK,
        /** A proxy in front speaks TLS and says in {@code X-Forwarded-*} who asks; nobody gets past it. */
        PROXY,
        /** The network does: a container whose port is published on the loopback address, for example. */
        ISOLATED
    }
}
