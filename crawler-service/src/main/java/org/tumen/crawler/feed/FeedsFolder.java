package org.tumen.crawler.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.tumen.seeds.InvalidSeedException;

/**
 * Reads the configured feeds at the start and again and again: a change counts within seconds. Files are read, not
 * watched, as notifications do not come from mounted and linked folders; there are few of them and they are small.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedsFolder.FeedsProperties.class)
class FeedsFolder {

    private static final Logger log = LoggerFactory.getLogger(FeedsFolder.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    @Bean
    Feeds feeds(FeedsProperties properties) {
        return Feeds.read(properties.feeds(), properties.poll().floor());
    }

    @Bean
    SmartLifecycle feedsReload(
            Feeds feeds, FeedsProperties properties, ApplicationEventPublisher events, MeterRegistry meters) {
        Gauge.builder(
                        "tumen.crawler.feeds.faults",
                        feeds,
                        known -> known.faults().size())
                .description("faults in the feed files; what is at fault stays as it was")
                .register(meters);
        feeds.faults().forEach(FeedsFolder::tell);
        return new Reload(feeds, properties, events);
    }

    private static void tell(String fault) {
        log.atError().addKeyValue("fault", fault).log("A feed is at fault and is left as it was");
    }

    /** Looks again until it is stopped. */
    private static final class Reload implements SmartLifecycle {

        private final Feeds feeds;
        private final FeedsProperties properties;
        private final ApplicationEventPublisher events;
        private volatile boolean running;
        private Thread thread = Thread.ofVirtual().unstarted(() -> {});

        private Reload(Feeds feeds, FeedsProperties properties, ApplicationEventPublisher events) {
            this.feeds = feeds;
            this.properties = properties;
            this.events = events;
        }

        private void look() {
            while (running) {
                try {
                    Thread.sleep(LOOK_AGAIN);
                    reload();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (RuntimeException e) {
                    log.atWarn().setCause(e).log("Looking again for changed feeds"); // The database is away.
                }
            }
        }

        private void reload() {
            FeedList list;
            try {
                list = FeedList.read(properties.feeds(), properties.poll().floor());
            } catch (InvalidSeedException e) {
                log.atError().addKeyValue("fault", e.getMessage()).log("The feeds can not be read and stay");
                return;
            }
            var before = feeds.faults();
            var changed = feeds.replaceBy(list);
            feeds.faults().stream().filter(fault -> !before.contains(fault)).forEach(FeedsFolder::tell);
            if (changed) {
                log.atInfo().addKeyValue("feeds", feeds.all().size()).log("Feeds changed");
                events.publishEvent(new FeedsChanged());
            }
        }

        @Override
        public synchronized void start() {
            running = true;
            thread = Thread.ofVirtual().name("feeds-reload").start(this::look);
        }

        @Override
        public synchronized void stop() {
            running = false;
            thread.interrupt();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
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
        record Poll(@DefaultValue("2m") Duration floor) {}
    }
}
