package org.tumen.crawler;

import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.tumen.crawler.backfill.BackfillCommand;
import org.tumen.crawler.commandline.FeedsCommand;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.reading.ReadingCommand;
import org.tumen.http.GuardedHttp;
import org.tumen.model.clock.SteadyClock;
import org.tumen.model.start.PatientStart;

/** Starts the crawler. */
@SpringBootApplication(proxyBeanMethods = false)
public class CrawlerService {

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (ReadingCommand.isMeantBy(arguments)) {
            ReadingCommand.main(arguments);
            return;
        }
        if (BackfillCommand.isMeantBy(arguments)) {
            System.exit(BackfillCommand.run(arguments));
        }
        if (FeedsCommand.isMeantBy(arguments)) {
            FeedsCommand.main(arguments);
            return;
        }
        StopLimit.install();
        try {
            PatientStart.of(() -> SpringApplication.run(CrawlerService.class, arguments));
        } catch (RuntimeException e) {
            var fault = ConfigurationFault.in(e);
            if (fault == null) {
                throw e;
            }
            System.exit(ConfigurationFault.EXIT_CODE);
        }
    }

    /** Has the configuration read, and its faults told, before anybody waits for the database. */
    @Bean
    FlywayConfigurationCustomizer configurationFirst(Feeds feeds, GuardedHttp client) {
        return _ -> {};
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
