package org.tumen.alert.index;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index is made.
 *
 * @param weights the file of half-lives, bounds and weights
 */
@ConfigurationProperties("tumen.alert.index")
record IndexProperties(@DefaultValue("seeds/index.yaml") Path weights) {

    /** Refuses a file at fault when the configuration is read. */
    IndexProperties {
        IndexCheck.load(weights);
    }
}
