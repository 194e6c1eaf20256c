package org.tumen.crawler.backfill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.tumen.crawler.backfill.BackfillOptions.UsageException;
import org.tumen.crawler.feed.Feeds;

/** {@code tumen backfill}: runs the parts of the crawler that publish, and none that listens or has a schedule. */
public final class BackfillCommand {

    /** Set by the launcher when it runs on a terminal. */
    private static final String ON_A_TERMINAL = "tumen.colours";

    private static final int EX_USAGE = 64;
    private static final int EX_NOINPUT = 66;

    private BackfillCommand() {}

    /** Whether these arguments ask for a back-fill, and not for the service. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("backfill");
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the exit code: 0; 64 for a command line that can not be understood, 66 for a file or feed that can not be
     *     read (sysexits.h)
     */
    public static int run(String... arguments) {
        BackfillOptions options;
        try {
            options = BackfillOptions.of(List.of(arguments).subList(1, arguments.length));
        } catch (UsageException e) {
            System.err.println("backfill: " + e.getMessage() + "\n" + BackfillOptions.USAGE);
            return EX_USAGE;
        }
        var application = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "db-scheduler.enabled=false", "spring.flyway.connect-retries=3",
                        "logging.level.root=warn", "spring.main.log-startup-info=false");
        try (var parts = application.run(options.settings().toArray(String[]::new))) {
            return run(
                    options,
                    parts.getBean(Feeds.class),
                    parts.getBean(FileBackfill.class),
                    parts.getBean(FeedBackfill.class));
        }
    }

    private static int run(BackfillOptions options, Feeds feeds, FileBackfill files, FeedBackfill entries) {
        var bar = new ProgressBar(System.err, Boolean.getBoolean(ON_A_TERMINAL));
        var pace = new Pace(options.rate());
        try {
            var file = options.file();
            if (file != null) {
                files.run(file, options.feed(), pace, bar, System.out);
                return 0;
            }
            var feed = feeds.find(Objects.requireNonNull(options.feed()));
            if (feed.isEmpty()) {
                throw new IOException("--feed " + options.feed() + " (expected: the id of a configured feed)");
            }
            entries.run(feed.get(), pace, bar);
            return 0;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("backfill: " + e.getMessage());
            return EX_NOINPUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EX_NOINPUT;
        }
    }

    /**
     * The crawler without its listener, its handlers, its schedules and its pages of health. No configuration by its
     * annotation, so that the service does not find it.
     */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.tumen.crawler",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "org\\.tumen\\.crawler\\.(poll|health|websub|settings)\\..*",
                                "org\\.tumen\\.crawler\\.fetch\\.(FetchListener|FetchWork|PageFetching|PageRefetching)",
                                "org\\.tumen\\.crawler\\.CrawlerService"
                            }))
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
