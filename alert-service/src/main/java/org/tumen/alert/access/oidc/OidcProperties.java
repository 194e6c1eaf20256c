package org.tumen.alert.access.oidc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tumen.alert.access.Caller.Role;

/**
 * What a provider's claims mean. The provider itself is one of {@code spring.security.oauth2.client}.
 *
 * @param nameClaim what a person is called here, followed by an @ and the provider's id
 * @param rolesClaim what says the person's roles: a word, or a list of words
 * @param roles by the words of that claim; of several the greatest counts
 * @param otherwise of those of whom the claim says nothing; null lets them not in
 */
@ConfigurationProperties("tumen.alert.access.oidc")
record OidcProperties(
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roles,
        @Nullable Role otherwise) {

    OidcProperties {
        roles = Map.copyOf(roles);
    }
}
