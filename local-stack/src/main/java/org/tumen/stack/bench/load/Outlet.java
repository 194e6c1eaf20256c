package org.tumen.stack.bench.load;

import java.net.URI;
import java.util.List;

/**
 * One of the made-up outlets, with a host of its own.
 *
 * @param number 0 and up
 * @param site its address
 */
record Outlet(int number, URI site) {

    static final List<String> LANGUAGES = List.of("en", "ko", "zh", "ru");

    /** Also the id of its feed. */
    String id() {
        return "load-" + number;
    }

    String language() {
        return LANGUAGES.get(number % LANGUAGES.size());
    }

    URI feed() {
        return site.resolve("/feed.xml");
    }

    /** Nothing listens there: the crawler's request comes to nothing at once, and {@link Hub} finds it in the table. */
    URI hub() {
        return URI.create("https://127.0.0.1:1/" + id());
    }

    URI page(int article) {
        return site.resolve("/load/" + article);
    }
}
