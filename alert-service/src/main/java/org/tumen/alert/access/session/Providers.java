package org.tumen.alert.access.session;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The providers of identities by which somebody may log in; none unless they are configured. */
@Component
class Providers {

    private final ObjectProvider<InMemoryReactiveClientRegistrationRepository> registrations;

    Providers(ObjectProvider<InMemoryReactiveClientRegistrationRepository> registrations) {
        this.registrations = registrations;
    }

    /** A way to log in. */
    record Link(String name, String path) {}

    List<Link> links() {
        return registrations.stream()
                .flatMap(each -> StreamSupport.stream(each.spliterator(), false))
                .map(Providers::link)
                .toList();
    }

    private static Link link(ClientRegistration registration) {
        return new Link(registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
    }
}
