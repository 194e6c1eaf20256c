package org.tumen.stack.newsroom;

import static org.tumen.stack.newsroom.Markup.escape;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of one item, with what pages have around their text: navigation, teasers, a cookie note.
 *
 * @param outlet whose
 * @param item what
 * @param released when
 * @param others titles of the same outlet, which are not part of the article
 */
record Page(Outlet outlet, Item item, Instant released, List<String> others) {

    String html() {
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
                <p class="date"><time datetime="%4$s">%4$s</time></p>
                %5$s
                </article>
                </main>
                <aside><h2>Most read</h2><ul>%6$s</ul></aside>
                <footer><p>Demo scenario: this outlet and this event are invented.</p></footer>
                </body>
                </html>
                """.formatted(
                        outlet.language(),
                        escape(item.title()),
                        escape(outlet.name()),
                        released,
                        item.paragraphs().stream()
                                .map(text -> "<p>" + escape(text) + "</p>")
                                .collect(Collectors.joining("\n")),
                        others.stream()
                                .map(title -> "<li><a href=\"/\">" + escape(title) + "</a></li>")
                                .collect(Collectors.joining()));
    }
}
