package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/** The real start with a fault in its configuration: there is no database, and it is not waited for. */
class ConfigurationErrorsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=0.0.0.0",
                "tumen.alert.access.transport=pigeon",
                "tumen.http.allowed-addresses=10.0.0.0/99",
                "tumen.alert.webhook.timeout=0s",
                "tumen.alert.delivery.retries=5s,0s",
                "tumen.alert.delivery.jitter=2",
                "tumen.alert.delivery.switch-off-after=0s",
                "tumen.alert.public-url=ftp://tumen.example.org",
                "tumen.alert.operations.lag=0",
                "tumen.alert.retention=1h",
                "tumen.alert.stories.origins-told=0",
                "tumen.alert.stories.terms=../seeds/none.yaml",
                "tumen.alert.calendar.days=../seeds/none.yaml",
                "tumen.alert.baseline.limits=../seeds/none.yaml",
                "tumen.alert.index.weights=../seeds/none.yaml",
                "tumen.alert.expectations.expected=../seeds/none.yaml"
            })
    void refusesAWrongValueBeforeAnythingStarts(String fault) {
        var failure = assertThrows(
                RuntimeException.class,
                () -> SpringApplication.run(
                        AlertService.class,
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--tumen.alert.subscriptions=../seeds/subscriptions",
                        "--tumen.alert.stories.terms=../seeds/stories.yaml",
                        "--tumen.alert.calendar.days=../seeds/calendar.yaml",
                        "--tumen.alert.baseline.limits=../seeds/baseline.yaml",
                        "--tumen.alert.index.weights=../seeds/index.yaml",
                        "--tumen.alert.expectations.expected=../seeds/expectations.yaml",
                        "--" + fault));
        assertThat(ConfigurationErrors.exitCode(failure)).isEqualTo(78);
    }
}
