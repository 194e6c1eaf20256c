package org.tumen.alert.expectation;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is expected.
 *
 * @param expected the file of it
 */
@ConfigurationProperties("tumen.alert.expectations")
record ExpectationProperties(
        @DefaultValue("seeds/expectations.yaml") Path expected) {

    /** Refuses a file at fault when the configuration is read. */
    ExpectationProperties {
        ExpectationCheck.check(expected);
    }
}
