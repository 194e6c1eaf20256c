package org.tumen.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A site that answers each path as it is told, at every address of 127.0.0.0/8, and counts. */
final class Newsroom implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    Newsroom() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var path = Objects.requireNonNull(request.getUrl()).encodedPath();
                requests.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
                return pages.getOrDefault(
                                path, _ -> new MockResponse.Builder().code(404).build())
                        .apply(request);
            }
        });
        try {
            server.start(InetAddress.getByName("0.0.0.0"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    /** The same site under another of the names of this machine, so another host. */
    String url(String host, String path) {
        return "http://" + host + ":" + server.getPort() + path;
    }

    int requestsFor(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    Newsroom answers(String path, Function<RecordedRequest, MockResponse> answer) {
        pages.put(path, answer);
        return this;
    }

    Newsroom has(String path, String type, String body) {
        return answers(
                path,
                _ -> new MockResponse.Builder()
                        .setHeader("Content-Type", type)
                        .body(body)
                        .build());
    }

    Newsroom hasArticle(String path, String title) {
        return has(path, "text/html; charset=utf-8", article(title));
    }

    /** A page with an article whose words are like those of no other number. */
    Newsroom hasOwnWords(String path, int number) {
        return has(path, "text/html; charset=utf-8", ownWords(number));
    }

    /** The same as HTML. */
    static String ownWords(int number) {
        var words = new Random(number)
                .ints(120, 0, 100_000)
                .mapToObj(word -> "w" + Integer.toString(word, 36))
                .collect(Collectors.joining(" "));
        return """
                <!doctype html><html lang="en"><head><title>Report %1$d</title></head><body><article><h1>Report %1$d</h1>
                <p>%2$s, the ministry said.</p></article></body></html>
                """.formatted(number, words);
    }

    /** A page with an article under this title, as HTML. */
    static String article(String title) {
        return """
                <!doctype html><html lang="en"><head><title>%1$s</title></head><body><article><h1>%1$s</h1>
                <p>Officials of both sides met on the bridge over the Tumen river and signed an agreement on freight trains,
                the first since the border was closed, the ministry said in a statement on Friday evening.</p>
                <p>The trains are to carry coal and flour twice a week, according to the statement, which gave no date for
                the first of them and did not say who would pay for the repairs of the line. %1$s.</p>
                </article></body></html>
                """.formatted(title);
    }

    /** An RSS feed with these items, as XML. */
    static String rss(String... items) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>News</title>"
                + "<link>http://news.example/</link><description>News</description>" + String.join("", items)
                + "</channel></rss>";
    }

    static String item(String id, String link) {
        return "<item><guid isPermaLink=\"false\">" + id + "</guid><title>" + id + "</title><link>" + link
                + "</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate></item>";
    }

    @Override
    public void close() {
        server.close();
    }
}
