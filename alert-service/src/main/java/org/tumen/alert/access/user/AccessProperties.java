package org.tumen.alert.access.user;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the first administrator gets in.
 *
 * @param firstPassword the one-time password of the first administrator, when whoever starts the service wants to name it;
 *     it counts until the first login. One is made and printed otherwise. null for that
 */
@ConfigurationProperties("tumen.alert.access")
record AccessProperties(@Nullable String firstPassword) {

    @Override
    public String toString() {
        return "AccessProperties[firstPassword=" + (firstPassword == null ? "none" : "***") + "]";
    }
}
