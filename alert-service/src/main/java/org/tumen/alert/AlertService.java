package org.tumen.alert;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.tumen.alert.preview.SubscriptionsCommand;
import org.tumen.model.clock.SteadyClock;
import org.tumen.model.start.PatientStart;
import org.tumen.seeds.InvalidSeedException;

/** Starts the alert service. */
@SpringBootApplication(exclude = ReactiveUserDetailsServiceAutoConfiguration.class) // Persons are in access.user.
public class AlertService {

    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    public static void main(String[] arguments) throws InterruptedException {
        if (SubscriptionsCommand.isMeantBy(arguments)) {
            System.exit(subscriptions(arguments));
        }
        StopLimit.install();
        try {
            PatientStart.of(() -> SpringApplication.run(AlertService.class, arguments));
        } catch (RuntimeException failure) {
            System.exit(ConfigurationErrors.exitCode(failure));
        }
    }

    private static int subscriptions(String[] arguments) throws InterruptedException {
        LUCENE.setLevel(Level.SEVERE); // Its notes on faster vectors help nobody here.
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            return SubscriptionsCommand.run(List.of(arguments), out, System.err);
        } catch (InvalidSeedException fault) {
            return ConfigurationErrors.tell(fault);
        }
    }

    @Bean
    Clock clock() {
        return SteadyClock.ofThisMachine();
    }

    /** What is due is decided by the same clock by which it was planned. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
