package org.tumen.crawler;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the crawler. */
@SpringBootApplication(proxyBeanMethods = false)
public class CrawlerService {

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(CrawlerService.class, arguments);
        } catch (RuntimeException e) {
            var fault = ConfigurationFault.in(e);
            if (fault == null) {
                throw e;
            }
            System.exit(ConfigurationFault.EXIT_CODE);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
