package org.tumen.crawler.feed;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Reads the configured feeds once, at the start; a fault in them refuses the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedsFolder.FeedsProperties.class)
class FeedsFolder {

    @Bean
    Feeds feeds(FeedsProperties properties) {
        return Feeds.read(properties.feeds(), properties.poll().floor());
    }

    /**
     * Where the feeds are described.
     *
     * @param feeds a folder of YAML files
     * @param poll what all of them have to keep to
     */
    @Validated
    @ConfigurationProperties("tumen.crawler")
    record FeedsProperties(
            @NotNull Path feeds, @DefaultValue Poll poll) {

        /** @param floor the least that the interval of a feed may be */
        record Poll(@DefaultValue("1m") Duration floor) {}
    }
}
