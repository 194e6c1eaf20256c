package org.tumen.alert.access.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts.
 *
 * @param idle without a request for so long it ends
 * @param longest after so long it ends in any case
 */
@ConfigurationProperties("tumen.alert.access.session")
record SessionProperties(
        @DefaultValue("12h") Duration idle,
        @DefaultValue("7d") Duration longest) {}
