package org.tumen.stack.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.tumen.stack.console.StackException;

/** The web sites of the made-up outlets. Any page is there for as long as these are: it is written when it is asked for. */
final class Sites implements AutoCloseable {

    private static final int FIRST_HOST = 10;
    private static final String PAGES = "/load/";

    private final Prose prose;
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Outlet> outlets = new ArrayList<>();
    private final ConcurrentHashMap<Integer, Instant> released = new ConcurrentHashMap<>();

    private Sites(Prose prose) {
        this.prose = prose;
    }

    /** On {@code 127.0.0.10} and up, or, where a system has 127.0.0.1 alone, on ports of that: one host, one lane. */
    static Sites open(Prose prose, int count, int port) {
        var sites = new Sites(prose);
        try {
            for (var number = 0; number < count; number++) {
                sites.open(number, port);
            }
            return sites;
        } catch (IOException e) {
            sites.close();
            throw new StackException("the made-up outlets cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    private void open(int number, int port) throws IOException {
        var server = bind(FIRST_HOST + number, port);
        servers.add(server);
        var address = server.getAddress();
        var outlet = new Outlet(
                number, URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/"));
        outlets.add(outlet);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, outlet));
        server.start();
    }

    private static HttpServer bind(int host, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + host), port), 0);
        } catch (BindException _) {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        }
    }

    List<Outlet> outlets() {
        return List.copyOf(outlets);
    }

    /** The outlet of an article: one after the other. */
    Outlet outletOf(int article) {
        return outlets.get(article % outlets.size());
    }

    /** What the hub of its outlet pushes when an article appears: a feed with that one entry. */
    String appears(int article, Instant now) {
        released.put(article, now);
        var outlet = outletOf(article);
        var text = prose.article(article, outlet.language());
        return feed(outlet, """
                <item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate><description>%s</description></item>
                """.formatted(
                        escape(text.title()),
                        outlet.page(article),
                        outlet.page(article),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
                        escape(text.paragraphs().getFirst())));
    }

    private static String feed(Outlet outlet, String items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
                <title>%s</title><link>%s</link><language>%s</language><description>Made up</description>
                <atom:link rel="hub" href="%s"/><atom:link rel="self" href="%s"/>
                %s</channel></rss>
                """.formatted(outlet.id(), outlet.site(), outlet.language(), outlet.hub(), outlet.feed(), items);
    }

    private void answer(HttpExchange exchange, Outlet outlet) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith(PAGES)) {
                send(
                        exchange,
                        "text/html; charset=utf-8",
                        page(Integer.parseInt(path.substring(PAGES.length())), outlet));
            } else if (path.equals("/feed.xml")) {
                send(exchange, "application/rss+xml; charset=utf-8", feed(outlet, ""));
            } else if (path.equals("/robots.txt")) {
                send(exchange, "text/plain; charset=utf-8", "User-agent: *\nAllow: /\n");
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private String page(int article, Outlet outlet) {
        var text = prose.article(article, outlet.language());
        var appeared = released.remove(article);
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <title>%2$s | %3$s</title>
                <meta property="og:type" content="article">
                <meta property="og:title" content="%2$s">
                <meta property="article:published_time" content="%4$s">
                </head>
                <body>
                <header><p>%3$s</p><nav><a href="/">Home</a> <a href="/about">About</a></nav></header>
                <main>
                <article>
                <h1>%2$s</h1>
                %5$s
                </article>
                </main>
                <footer><p>This outlet and this event are invented.</p></footer>
                </body>
                </html>
                """.formatted(
                        outlet.language(),
                        escape(text.title()),
                        outlet.id(),
                        appeared == null ? Instant.now() : appeared,
                        text.paragraphs().stream()
                                .map(paragraph -> "<p>" + escape(paragraph) + "</p>")
                                .collect(Collectors.joining("\n")));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
