package org.tumen.alert.baseline;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what findings are compared.
 *
 * @param limits the file of limits and of what signals are made of
 */
@ConfigurationProperties("tumen.alert.baseline")
record BaselineProperties(
        @DefaultValue("seeds/baseline.yaml") Path limits) {

    /** Refuses a file at fault when the configuration is read. */
    BaselineProperties {
        BaselineCheck.load(limits);
    }
}
