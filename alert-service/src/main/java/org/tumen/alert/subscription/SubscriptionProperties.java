package org.tumen.alert.subscription;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where subscriptions are read from.
 *
 * @param subscriptions a folder of YAML files
 */
@ConfigurationProperties("tumen.alert")
record SubscriptionProperties(
        @DefaultValue("seeds/subscriptions") Path subscriptions) {}
