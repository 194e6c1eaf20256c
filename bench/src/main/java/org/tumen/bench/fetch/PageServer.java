package org.tumen.bench.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many hosts on this machine, one for each address of 127.0.0.0/8, that have the same page at every path. */
final class PageServer implements AutoCloseable {

    private static final int BACKLOG = 2_000;

    private final byte[] page;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** @param bytes of one page */
    PageServer(int bytes) throws IOException {
        // By default it closes all but 200 idle connections, and waits for more to send before it sends.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        page = page(bytes);
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), BACKLOG);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static byte[] page(int bytes) {
        var head = "<!doctype html><html lang=\"en\"><head><title>Trains</title></head><body><article><h1>Trains</h1>";
        var paragraph = "<p>Officials of both sides met on the bridge and signed an agreement on freight trains.</p>";
        var foot = "</article></body></html>";
        var paragraphs = Math.max(1, (bytes - head.length() - foot.length()) / paragraph.length());
        return (head + paragraph.repeat(paragraphs) + foot).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
