package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A feed of a site, with a hub of its own that it names. Its articles are one to four. */
final class PushedFeed implements AutoCloseable {

    private final Newsroom site;
    private final String id;
    private final Hub hub = new Hub();

    PushedFeed(Newsroom site, String id) {
        this.site = site;
        this.id = id;
        for (var name : new String[] {"one", "two", "three", "four"}) {
            site.hasArticle("/" + id + "/" + name, "Agreement " + name);
        }
        lists("one");
    }

    String id() {
        return id;
    }

    Hub hub() {
        return hub;
    }

    String url() {
        return site.url("/" + id);
    }

    String yaml(String every) {
        return CrawlerCase.feed(id, url(), every);
    }

    /** How often it was asked for. */
    int polls() {
        return site.requestsFor("/" + id);
    }

    void lists(String... names) {
        site.has("/" + id, "application/rss+xml", rss(names));
    }

    String rss(String... names) {
        var items = new String[names.length];
        for (var i = 0; i < names.length; i++) {
            items[i] = Newsroom.item(names[i], site.url("/" + id + "/" + names[i]));
        }
        return Newsroom.rss(items)
                .replace(
                        "<channel>",
                        "<channel xmlns:atom=\"http://www.w3.org/2005/Atom\"><atom:link rel=\"hub\" href=\"" + hub.url()
                                + "\"/><atom:link rel=\"self\" href=\"" + url() + "\"/>");
    }

    /** The hub comes back to verify the last request, once there is one. */
    void verify(int port, int lease) {
        await().atMost(CrawlerCase.SOON).until(() -> !hub.requests().isEmpty());
        var answer = hub.verify(port, url(), lease);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("challenge <1>");
    }

    @Override
    public void close() {
        hub.close();
    }
}
