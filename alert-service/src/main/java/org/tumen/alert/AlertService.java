package org.tumen.alert;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the alert service. */
@SpringBootApplication
public class AlertService {

    public static void main(String[] arguments) {
        StopLimit.install();
        try {
            SpringApplication.run(AlertService.class, arguments);
        } catch (RuntimeException failure) {
            System.exit(ConfigurationErrors.exitCode(failure));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
