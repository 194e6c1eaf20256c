package org.tumen.classifier.logging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** A warning about the configuration would put Logback's own account of it among the lines of the log. */
class LogFormatsTest {

    @ParameterizedTest
    @ValueSource(strings = {"text", "ecs"})
    void areSetUpWithoutAWarning(String format) throws JoranException {
        var context = new LoggerContext();
        context.putProperty("LOGGING_STRUCTURED_FORMAT_CONSOLE", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);

        configurator.doConfigure(requireNonNull(getClass().getResource("/logback.xml")));

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() > Status.INFO)
                .isEmpty();
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console"))
                .isNotNull();
    }
}
