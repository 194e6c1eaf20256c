package org.tumen.classifier.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tumen.classifier.opinion.SecondOpinion.Outcome.Answered;
import org.tumen.classifier.opinion.SecondOpinion.Outcome.Unanswered;

/**
 * Asks a language model behind an endpoint that speaks OpenAI's chat completions, as most servers of models do. One attempt,
 * within a time that holds for all of it; no redirect is followed, since the article goes to whom the operator named and to nobody else.
 */
final class ChatEndpoint implements SecondOpinion, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChatEndpoint.class);

    /** Six answers with their quotations are a few kilobytes. */
    private static final long MOST_BYTES = 64 * 1024;

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI address;
    private final ChatRequest form;
    private final @Nullable ApiKey key;
    private final Duration within;
    private final Clock clock;
    private final HttpClient client;
    private final Timer timer;
    private Patience patience;

    /**
     * Calls nobody yet.
     *
     * @param address of chat completions
     * @param key null where none is asked for
     * @param within for one question, from connecting to the last byte
     */
    ChatEndpoint(
            URI address, ChatRequest form, @Nullable ApiKey key, Duration within, Clock clock, MeterRegistry meters) {
        this.address = address;
        this.form = form;
        this.key = key;
        this.within = within;
        this.clock = clock;
        // Asked to change to HTTP/2 in the clear, servers that only know HTTP/1.1 have lost the body.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(within)
                .build();
        this.patience = Patience.fresh(clock.instant());
        this.timer = meters.timer("tumen.classifier.opinion");
        meters.gauge("tumen.classifier.opinion.resting", this, it -> it.isResting() ? 1 : 0);
    }

    @Override
    public String name() {
        return "opinion";
    }

    @Override
    public String version() {
        return form.model().replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private synchronized boolean isResting() {
        return !patience.allows(clock.instant());
    }

    private synchronized Patience change(UnaryOperator<Patience> step) {
        patience = step.apply(patience);
        return patience;
    }

    @Override
    public Outcome ask(Question question) {
        if (isResting()) {
            return new Unanswered(Reason.RESTING);
        }
        var began = System.nanoTime();
        var heard = call(form.body(question), question.claims().size());
        var took = Duration.ofNanos(System.nanoTime() - began);
        timer.record(took);
        switch (heard) {
            case Heard.Answers _ -> change(it -> it.answered(clock.instant(), took));
            case Heard.Nothing nothing -> lose(nothing, took);
        }
        return heard.outcome();
    }

    private void lose(Heard.Nothing nothing, Duration took) {
        var now = clock.instant();
        var after = change(it -> it.failed(now, took, nothing.wished()));
        log.atWarn()
                .addKeyValue("host", address.getHost())
                .addKeyValue("reason", nothing.reason())
                .addKeyValue("detail", nothing.detail())
                .addKeyValue("failures", after.failures())
                .addKeyValue("rests", Duration.between(now, after.restsUntil()))
                .log("No second opinion, the findings stand as they are");
    }

    private Heard call(String body, int claims) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body, UTF_8));
        if (key != null) {
            request.header("Authorization", "Bearer " + key.value());
        }
        var response =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MOST_BYTES));
        try {
            // The client's own time-out ends with the headers: a body that drips is cut off here.
            return heard(response.get(within.toMillis(), TimeUnit.MILLISECONDS), claims);
        } catch (TimeoutException _) {
            return nothing(Reason.TIMED_OUT, "nothing within " + within);
        } catch (ExecutionException e) {
            return e.getCause() instanceof HttpTimeoutException
                    ? nothing(Reason.TIMED_OUT, "no connection within " + within)
                    : nothing(Reason.UNREACHABLE, String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return nothing(Reason.INTERRUPTED, "the service stops");
        } finally {
            response.cancel(true);
        }
    }

    private Heard heard(HttpResponse<String> response, int claims) {
        return switch (response.statusCode()) {
            case OK ->
                ChatAnswer.read(response.body(), claims)
                        .<Heard>map(answers -> new Heard.Answers(new Answered(answers)))
                        .orElseGet(() -> nothing(Reason.MALFORMED, "an answer in another form"));
            case TOO_MANY_REQUESTS ->
                new Heard.Nothing(
                        Reason.RATE_LIMITED, "status 429", RetryAfter.of(response.headers(), clock.instant()));
            default ->
                new Heard.Nothing(
                        Reason.REFUSED,
                        "status " + response.statusCode(),
                        RetryAfter.of(response.headers(), clock.instant()));
        };
    }

    private static Heard nothing(Reason reason, String detail) {
        return new Heard.Nothing(reason, detail, Duration.ZERO);
    }

    /** What came of one call. */
    private sealed interface Heard {

        Outcome outcome();

        record Answers(Answered outcome) implements Heard {}

        /** @param wished for how long it wants to be left alone; zero when it does not say */
        record Nothing(Reason reason, String detail, Duration wished) implements Heard {

            @Override
            public Outcome outcome() {
                return new Unanswered(reason);
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
