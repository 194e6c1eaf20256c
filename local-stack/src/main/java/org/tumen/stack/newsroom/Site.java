package org.tumen.stack.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.tumen.stack.console.StackException;

/** The web site of one outlet: its feed, its pages, a robots.txt that allows all. */
final class Site implements AutoCloseable {

    private static final Duration SLOW = Duration.ofSeconds(6);

    private final Newsroom newsroom;
    private final Outlet outlet;
    private final HttpServer server;
    private final URI address;

    private Site(Newsroom newsroom, Outlet outlet, HttpServer server, String host) {
        this.newsroom = newsroom;
        this.outlet = outlet;
        this.server = server;
        this.address = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }

    /** On {@code 127.0.0.number}; where a system has 127.0.0.1 alone (macOS), on any port of that. */
    static Site open(Newsroom newsroom, Outlet outlet, int number, int port) {
        try {
            var server = bind(number, port);
            return new Site(
                            newsroom,
                            outlet,
                            server,
                            server.getAddress().getAddress().getHostAddress())
                    .start();
        } catch (IOException e) {
            throw cannotListen(port, e);
        }
    }

    /** On every address; others know it by the id of the outlet. */
    static Site openToAll(Newsroom newsroom, Outlet outlet, int port) {
        try {
            return new Site(newsroom, outlet, HttpServer.create(new InetSocketAddress(port), 0), outlet.id()).start();
        } catch (IOException e) {
            throw cannotListen(port, e);
        }
    }

    private static StackException cannotListen(int port, IOException e) {
        return new StackException("the newsroom cannot listen on port " + port + ": " + e.getMessage(), e);
    }

    private Site start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return this;
    }

    private static HttpServer bind(int number, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + number), port), 0);
        } catch (BindException e) {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals(outlet.feedPath())) {
                var feed = newsroom.feedDocument(outlet);
                sendUnlessKnown(exchange, feed.contentType(), feed.text());
            } else if (path.equals("/robots.txt")) {
                send(exchange, 200, "text/plain; charset=utf-8", "User-agent: *\nAllow: /\n");
            } else if (path.startsWith("/news/")) {
                sendPage(exchange, path.substring("/news/".length()));
            } else {
                sendNothing(exchange);
            }
        }
    }

    private void sendPage(HttpExchange exchange, String id) throws IOException {
        var item = newsroom.item(id).filter(one -> one.outlet().equals(outlet.id()));
        var page = item.flatMap(newsroom::page);
        if (item.isEmpty() || page.isEmpty()) {
            sendNothing(exchange);
            return;
        }
        switch (item.get().pageForm()) {
            case ARTICLE ->
                send(exchange, 200, "text/html; charset=utf-8", page.get().html());
            case NOT_HTML -> send(exchange, 200, "application/pdf", "%PDF-1.7 an annex that is no page");
            case MISSING -> sendNothing(exchange);
            case SLOW -> {
                pause();
                send(exchange, 200, "text/html; charset=utf-8", page.get().html());
            }
        }
    }

    /** A reader that has this very feed is told so (RFC 9110 section 13.1.2). */
    private static void sendUnlessKnown(HttpExchange exchange, String type, String text) throws IOException {
        var tag = "\"" + Integer.toHexString(text.hashCode()) + "-" + text.length() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        send(exchange, 200, type, text);
    }

    private static void sendNothing(HttpExchange exchange) throws IOException {
        send(exchange, 404, "text/plain; charset=utf-8", "Nothing is here.\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
