package org.tumen.crawler.fetch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.http.HttpOutcome.Answered;
import reactor.core.publisher.Flux;

/**
 * What {@code tumen bench fetch} starts twice, each time in a process of its own: fetches pages of many hosts, one at a
 * time at each, by a bare WebClient or on the crawler's own way (robots.txt, a turn that all crawlers share in
 * PostgreSQL, the guarded client; on one virtual thread for each host, as its lanes are). Prints how long that took and
 * what memory it had.
 */
final class FetchTrial {

    private final int port;
    private final int hosts;

    private FetchTrial(int port, int hosts) {
        this.port = port;
        this.hosts = hosts;
    }

    /**
     * Fetches as the arguments say.
     *
     * @param arguments {@code bare} or {@code crawler}, the server's port, the number of hosts, the pages of each to warm
     *     up with, and those to measure; the crawler's settings are system properties
     */
    public static void main(String[] arguments) throws IOException {
        var trial = new FetchTrial(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        var warmUp = Integer.parseInt(arguments[3]);
        var pages = Integer.parseInt(arguments[4]);
        switch (arguments[0]) {
            case "bare" -> {
                var client = WebClient.create();
                trial.bare(client, warmUp);
                tell(() -> trial.bare(client, pages));
            }
            case "crawler" -> {
                try (var context = new SpringApplicationBuilder(Parts.class)
                        .web(WebApplicationType.NONE)
                        .properties("db-scheduler.enabled=false", "spring.main.log-startup-info=false")
                        .run()) {
                    var client = context.getBean(PoliteClient.class);
                    trial.crawler(client, warmUp);
                    tell(() -> trial.crawler(client, pages));
                }
            }
            default -> throw new IllegalArgumentException(arguments[0] + " (expected: bare or crawler)");
        }
    }

    private void bare(WebClient client, int pages) {
        var fetched = Flux.range(0, hosts)
                .flatMap(
                        host -> Flux.range(0, pages)
                                .concatMap(page -> client.get()
                                        .uri(page(host, page))
                                        .retrieve()
                                        .bodyToMono(byte[].class)),
                        hosts)
                .filter(body -> body.length > 0)
                .count()
                .blockOptional();
        check(fetched.orElse(0L), pages);
    }

    private void crawler(PoliteClient client, int pages) {
        var fetched = new AtomicInteger();
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var host = 0; host < hosts; host++) {
                var number = host;
                lanes.execute(() -> {
                    for (var page = 0; page < pages; page++) {
                        var outcome = client.getPage(page(number, page), "text/html", Map.of());
                        if (outcome instanceof Answered answered
                                && answered.body().size() > 0) {
                            fetched.incrementAndGet();
                        } else {
                            System.err.println(outcome);
                        }
                    }
                });
            }
        }
        check(fetched.get(), pages);
    }

    /** The hosts are addresses of this machine; the server is at all of them. */
    private URI page(int host, int page) {
        return URI.create("http://127.1." + host / 250 + "." + (host % 250 + 1) + ":" + port + "/" + page);
    }

    private void check(long fetched, int pages) {
        if (fetched != (long) hosts * pages) {
            throw new IllegalStateException(fetched + " pages (expected: " + (long) hosts * pages + ")");
        }
    }

    private static void tell(Runnable trial) throws IOException {
        var begin = System.nanoTime();
        trial.run();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("figures " + took.toMillis() + " " + peakHeap() + " " + residentPeak());
    }

    /** The highest that the pools of the heap ever were, in bytes. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** The most memory that the process ever had, in bytes, as Linux counts it; 0 elsewhere. */
    private static long residentPeak() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** The parts of the crawler that ask for a page, and the database. */
    @EnableAutoConfiguration
    @Import(PoliteClient.Setup.class)
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
