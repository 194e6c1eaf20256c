package org.tumen.crawler.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.crawler.rhythm.Jitter;
import org.tumen.http.GuardedHttp;
import org.tumen.http.HttpCall;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Redirect;
import org.tumen.http.HttpOutcome.Refused;
import org.tumen.http.HttpProperties;
import org.tumen.http.Limits;
import reactor.core.publisher.Mono;

/**
 * Asks for one document under the crawler's own name, and takes a turn at every host on the way to it. Blocks its
 * virtual thread. Safe for use by many threads.
 */
public final class PoliteClient implements AutoCloseable {

    private final GuardedHttp http;
    private final HostTurns turns;
    private final FetchProperties properties;
    private final Robots robots;
    private final Jitter jitter = Jitter.ofChance();
    private final Clock clock;

    PoliteClient(GuardedHttp http, HostTurns turns, FetchProperties properties, Clock clock) {
        this.http = http;
        this.turns = turns;
        this.properties = properties;
        this.clock = clock;
        this.robots = new Robots(
                uri -> get(uri, "text/plain, */*;q=0.1", Map.of()),
                properties.robotsName(),
                properties.maxCrawlDelay(),
                clock);
    }

    /**
     * For the command line: no database, no other crawler; the service's settings, as far as variables give them.
     *
     * @throws IllegalArgumentException naming the setting that can not be read
     */
    public static PoliteClient alone(Map<String, String> environment) {
        var variables = new HashMap<String, Object>(environment);
        variables.putIfAbsent("TUMEN_CRAWLER_FETCH_USER_AGENT", "Tumen/0.1 (feed check)");
        var settings = new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables)));
        try {
            var fetch = settings.bindOrCreate("tumen.crawler.fetch", FetchProperties.class);
            var http = settings.bindOrCreate("tumen.http", HttpProperties.class);
            return new PoliteClient(new Setup().guardedHttp(fetch, http), HostTurns.alone(), fetch, Clock.systemUTC());
        } catch (BindException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * A GET of something that is published for programs to read: a feed.
     *
     * @param accept the media types that are of use
     * @param conditions header fields that let the server say "not modified"
     * @throws HostRestsException when a host on the way asked to be left alone
     */
    public HttpOutcome get(URI uri, String accept, Map<String, String> conditions) {
        return follow(uri, headers(accept, conditions), _ -> Optional.empty());
    }

    /**
     * A GET of a page, if the robots.txt of its site, and of every site that it redirects to, allows that.
     *
     * @throws HostRestsException when a host on the way asked to be left alone
     */
    public HttpOutcome getPage(URI uri, String accept, Map<String, String> conditions) {
        return follow(uri, headers(accept, conditions), robots::objection);
    }

    /** Redirects are followed here and not below, as each may lead to another host with rules and a pace of its own. */
    private HttpOutcome follow(URI uri, Map<String, String> headers, Function<URI, Optional<HttpOutcome>> rules) {
        var redirects = new ArrayList<Redirect>();
        var left = properties.timeout();
        for (var at = uri; ; ) {
            var objection = rules.apply(at);
            if (objection.isPresent()) {
                return objection.get();
            }
            var step = step(at, headers, left);
            if (!(step.outcome() instanceof Answered answered)) {
                return step.outcome();
            }
            var target = answered.redirectTarget();
            if (target.isEmpty()) {
                return new Answered(answered.status(), answered.headers(), answered.body(), at, List.copyOf(redirects));
            }
            if (redirects.size() == properties.maxRedirects()) {
                return new Refused("more than " + properties.maxRedirects() + " redirects");
            }
            redirects.add(new Redirect(answered.status(), at, target.get()));
            at = target.get();
            left = left.minus(step.took());
        }
    }

    private Step step(URI uri, Map<String, String> headers, Duration left) {
        var host = uri.getHost();
        if (host == null) {
            return new Step(new Refused("address without a host: " + uri), Duration.ZERO);
        }
        if (!left.isPositive()) {
            return new Step(new Failed("no answer within " + properties.timeout()), Duration.ZERO);
        }
        try (var turn = turns.take(host.toLowerCase(Locale.ROOT), pause(uri))) {
            var begin = System.nanoTime();
            var outcome = http.exchange(HttpCall.get(uri, headers))
                    .timeout(left)
                    .onErrorResume(
                            TimeoutException.class,
                            _ -> Mono.just(new Failed("no answer within " + properties.timeout())))
                    .block();
            if (outcome instanceof Answered answered) {
                Throttle.in(answered, clock.instant()).map(jitter::on).ifPresent(turn::rest);
            }
            return new Step(Objects.requireNonNull(outcome), Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Duration pause(URI uri) {
        var asked = robots.crawlDelay(uri);
        return asked.compareTo(properties.hostGap()) > 0 ? asked : properties.hostGap();
    }

    private Map<String, String> headers(String accept, Map<String, String> conditions) {
        var headers = new HashMap<>(conditions);
        headers.put("User-Agent", properties.userAgent());
        headers.put("Accept", accept);
        return headers;
    }

    /** One request, without the time that it waited for its turn. */
    private record Step(HttpOutcome outcome, Duration took) {}

    /** Makes the client from its configuration. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({FetchProperties.class, HttpProperties.class})
    static class Setup {

        private static final int MAX_HEADER_BYTES = 64 * 1024;

        /** What a request may take beyond its time-out before it is surely over. */
        private static final Duration SPARE = Duration.ofSeconds(5);

        @Bean
        GuardedHttp guardedHttp(FetchProperties fetch, HttpProperties http) {
            return GuardedHttp.create(
                    http.policy(),
                    new Limits(
                            fetch.timeout(), Math.toIntExact(fetch.maxBodySize().toBytes()), 0, MAX_HEADER_BYTES));
        }

        @Bean
        PoliteClient politeClient(GuardedHttp http, JdbcClient database, FetchProperties fetch, Clock clock) {
            return new PoliteClient(
                    http, new SharedTurns(database, fetch.timeout().plus(SPARE)), fetch, clock);
        }
    }
}
