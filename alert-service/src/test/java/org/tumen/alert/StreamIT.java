package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.model.assessment.ArticleAssessed;
import reactor.core.Disposable;

/** News over server-sent events, for the page and for programs: as it comes, and what was missed meanwhile. */
class StreamIT extends WholeService {

    /** No other test tells of it. */
    private static final String SIGNAL = "streamed";

    private static final String OF_PAGES = "/alerts/stream?signal=" + SIGNAL;
    private static final String OF_PROGRAMS = "/api/v1/alerts/stream?signal=" + SIGNAL;
    private static final Pattern STREAM_OF_PAGE = Pattern.compile("data-stream=\"([^\"]+)\"");

    /** Each alert has a title of its own. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final BlockingQueue<ServerSentEvent<String>> told = new LinkedBlockingQueue<>();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private @Nullable Disposable listening;

    @AfterEach
    void hangUp() {
        if (listening != null) {
            listening.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_PAGES, OF_PROGRAMS})
    void whoComesBackIsToldWhatWasMissedAndThenWhatComes(String stream) throws Exception {
        var seen = raised("Seen before the line broke");
        var missed = List.of(raised("Missed first"), raised("Missed second"));
        listen(stream, place(seen));
        for (var one : missed) {
            assertThat(nextOf(one)).satisfies(event -> isOf(one, event));
        }
        var live = raised("Told as it came");
        assertThat(nextOf(live)).satisfies(event -> isOf(live, event));
    }

    @Test
    void aProgramIsToldOfEachNewAlertOnceAndOfNoOther() throws Exception {
        listen(OF_PROGRAMS, null);
        var first = raised("Told once, whatever becomes of it");
        soon(() -> assertThat(delivery(first, "webhook")).isEqualTo("delivered"));
        publish(Assessments.of("protocol-snub", "Of a signal that was not asked for", "He left.", "left"));
        var second = raised("Told after it");

        assertThat(next()).satisfies(event -> {
            isOf(first, event);
            assertThat(event.event()).isEqualTo("alert");
            assertThat(event.data()).startsWith("{\"").contains("\"id\":\"" + idOf(first) + "\"");
        });
        assertThat(next()).satisfies(event -> isOf(second, event));
    }

    @Test
    void aPageIsToldWhatCameWhileItWasBeingLoaded() throws Exception {
        raised("There when the page was made");
        var page = get("/?signal=" + SIGNAL);
        var between = raised("Came before the page listened");

        var stream = STREAM_OF_PAGE.matcher(page);
        assertThat(stream.find()).isTrue();
        listen(stream.group(1).replace("&amp;", "&"), null);
        assertThat(nextOf(between)).satisfies(event -> isOf(between, event));
    }

    @Test
    void whoListensIsToldWhatAnotherInstanceRaised() throws Exception {
        var here = raised("Raised here");
        listen(OF_PROGRAMS, null);
        try (var _ = withCopies(here, 2)) {
            assertThat(List.of(next(), next()))
                    .extracting(ServerSentEvent::id)
                    .containsExactlyElementsOf(placesOfCopies());
        }
    }

    @Test
    void whoComesBackIsToldWhatTookItsPlaceBeforeTheLastButWasCommittedAfterIt() throws Exception {
        var model = raised("Raised by two at once");
        var last = new AtomicReference<String>();
        listen(OF_PROGRAMS, null);
        var undo = transaction.execute(_ -> {
            var copies = withCopies(model, 1);
            last.set(place(raised("Committed first")));
            return copies;
        });
        try (var _ = requireNonNull(undo)) {
            var late = placesOfCopies().getFirst();
            assertThat(Long.parseLong(late)).isLessThan(Long.parseLong(last.get()));
            next(event -> late.equals(event.id())); // From now on it is told to those who come back only.
            hangUp();
            listen(OF_PROGRAMS, last.get());
            assertThat(next(event -> late.equals(event.id())).data())
                    .contains(model.article().title());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_PAGES, OF_PROGRAMS})
    void whoMissedTooMuchIsToldToBeginAnew(String stream) throws Exception {
        var assessed = raised("Of many");
        try (var _ = withCopies(assessed, 101)) {
            listen(stream, "0");
            var event = next();
            assertThat(event.event()).isEqualTo("reload");
            assertThat(event.data()).contains("more than 100");
        }
    }

    private ArticleAssessed raised(String title) {
        var assessed = Assessments.of(
                SIGNAL, title + " " + NUMBERS.incrementAndGet(), "Somebody sent a parcel.", "sent a parcel");
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        return assessed;
    }

    private String place(ArticleAssessed assessed) {
        return jdbc.sql("select position::text from alert where id = ?")
                .param(idOf(assessed))
                .query(String.class)
                .single();
    }

    private List<String> placesOfCopies() {
        return jdbc.sql("select position::text from alert where article_id like 'copy-%' order by position")
                .query(String.class)
                .list();
    }

    private void isOf(ArticleAssessed assessed, ServerSentEvent<String> event) {
        assertThat(event.data()).contains(assessed.article().title());
        assertThat(event.id()).isEqualTo(place(assessed));
    }

    /** Returns once the first comment or event is there: from then on nothing is missed. */
    private void listen(String path, @Nullable String last) throws InterruptedException {
        var open = new CountDownLatch(1);
        listening = client().get()
                .uri(URI.create(address() + path))
                .headers(headers -> {
                    if (last != null) {
                        headers.set("Last-Event-ID", last);
                    }
                })
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .subscribe(event -> {
                    open.countDown();
                    if (event.data() != null) {
                        told.add(event);
                    }
                });
        assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** The next one, behind those that were seen before: a page is told of their changes, and who comes back of some again. */
    private ServerSentEvent<String> nextOf(ArticleAssessed assessed) throws InterruptedException {
        return next(event ->
                requireNonNull(event.data()).contains(assessed.article().title()));
    }

    private ServerSentEvent<String> next(Predicate<ServerSentEvent<String>> wanted) throws InterruptedException {
        var event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    private ServerSentEvent<String> next() throws InterruptedException {
        return requireNonNull(told.poll(20, TimeUnit.SECONDS), "nothing came");
    }
}
