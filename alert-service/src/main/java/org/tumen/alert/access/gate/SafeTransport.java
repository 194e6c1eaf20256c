package org.tumen.alert.access.gate;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.tumen.alert.access.gate.TransportProperties.Transport;

/** Refuses a start in which passwords would travel in the clear, unless somebody says who keeps them safe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransportProperties.class)
class SafeTransport {

    SafeTransport(TransportProperties properties, ServerProperties server) {
        var address = server.getAddress();
        if (properties.transport() == Transport.LOOPBACK && !isOnlyHere(address) && !Ssl.isEnabled(server.getSsl())) {
            throw new InTheClear(address);
        }
    }

    /** Trusted only where a proxy is said to be: anybody can send such headers. */
    @Bean
    @ConditionalOnProperty(name = "tumen.alert.access.transport", havingValue = "proxy")
    ForwardedHeaderTransformer forwardedHeaderTransformer() {
        return new ForwardedHeaderTransformer();
    }

    private static boolean isOnlyHere(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
