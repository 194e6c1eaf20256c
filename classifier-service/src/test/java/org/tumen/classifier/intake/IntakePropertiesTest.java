package org.tumen.classifier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntakePropertiesTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Test
    void refusesABatchOfNothing() {
        assertThatThrownBy(() -> new IntakeProperties("one", 0, PAUSE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("tumen.classifier.intake.batch: 0 (expected: 1 or more)");
    }

    @Test
    void tellsMachinesWithoutANameApart() {
        var one = new IntakeProperties("localhost-8082", 1, PAUSE).instance();
        var other = new IntakeProperties("localhost-8082", 1, PAUSE).instance();

        assertThat(one).isNotEqualTo(other).endsWith("-8082");
        assertThat(new IntakeProperties("desk-8082", 1, PAUSE).instance()).isEqualTo("desk-8082");
    }
}
