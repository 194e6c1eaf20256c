package org.tumen.stack.newsroom;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The outlets of a script on this machine, each with a host of its own. Safe for use by many threads. */
public final class Newsroom implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("/news/([a-z0-9-]+)");

    private final Script script;
    private final Map<String, Item> items;
    private final Map<String, Instant> released = new ConcurrentHashMap<>();
    private final Set<String> askedFor = ConcurrentHashMap.newKeySet();
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final CountDownLatch finished = new CountDownLatch(1);

    private Newsroom(Script script) {
        this.script = script;
        this.items = script.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }

    /**
     * Opens the sites, with nothing on them yet.
     *
     * @param port of all sites where the machine has more than one loopback address
     */
    public static Newsroom open(Script script, int port) {
        var newsroom = new Newsroom(script);
        var number = 2;
        for (var outlet : script.outlets()) {
            newsroom.sites.put(outlet.id(), Site.open(newsroom, outlet, number++, port));
        }
        return newsroom;
    }

    /**
     * Opens the sites in a container that others know by the id of each outlet.
     *
     * @param firstPort of the first site; the others follow
     */
    public static Newsroom openToAll(Script script, int firstPort) {
        var newsroom = new Newsroom(script);
        var port = firstPort;
        for (var outlet : script.outlets()) {
            newsroom.sites.put(outlet.id(), Site.openToAll(newsroom, outlet, port++));
        }
        return newsroom;
    }

    /** Publishes all items in their order, the fortnight squeezed into the given time; returns at once. */
    public void publishWithin(Duration fortnight) {
        var start = Instant.now();
        Thread.ofVirtual().name("newsroom").start(() -> {
            try {
                for (var item : script.items()) {
                    var wait = Duration.between(Instant.now(), start.plus(item.offset(fortnight)));
                    Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
                    released.put(item.id(), Instant.now());
                }
                finished.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whether everything is published. */
    public boolean isFinished() {
        return finished.getCount() == 0;
    }

    /** Whether every page that a feed leads to has been asked for. */
    public boolean isRead() {
        return script.items().stream()
                .filter(item -> item.entryForm() != Item.EntryForm.NO_LINK)
                .allMatch(item -> askedFor.contains(item.id()));
    }

    public Script script() {
        return script;
    }

    /** Where the feed of an outlet is. */
    public URI feed(Outlet outlet) {
        return site(outlet).address().resolve(outlet.feedPath());
    }

    /** The outlet of an item. */
    public Outlet outlet(Item item) {
        return script.outlets().stream()
                .filter(outlet -> outlet.id().equals(item.outlet()))
                .findFirst()
                .orElseThrow();
    }

    /** The first item that a text has the address of. */
    public Optional<Item> itemIn(String text) {
        return PAGE.matcher(text)
                .results()
                .flatMap(found -> item(found.group(1)).stream())
                .findFirst();
    }

    /** When an item appeared; empty before. */
    public Optional<Instant> released(Item item) {
        return Optional.ofNullable(released.get(item.id()));
    }

    @Override
    public void close() {
        sites.values().forEach(Site::close);
    }

    Optional<Item> item(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /** What the feed of an outlet has now. */
    FeedDocument feedDocument(Outlet outlet) {
        var address = site(outlet).address();
        var entries = script.items().reversed().stream()
                .filter(item -> item.outlet().equals(outlet.id()))
                .flatMap(item -> released(item).stream()
                        .map(at -> new FeedDocument.Entry(item, address.resolve("/news/" + item.id()), at)))
                .toList();
        return new FeedDocument(outlet, address, entries);
    }

    /** The page of a released item, for a reader who asks for it. */
    Optional<Page> page(Item item) {
        askedFor.add(item.id());
        var outlet = outlet(item);
        List<String> others = script.items().stream()
                .filter(other ->
                        other.outlet().equals(item.outlet()) && !other.id().equals(item.id()))
                .filter(other -> released.containsKey(other.id()))
                .map(Item::title)
                .limit(5)
                .toList();
        return released(item).map(at -> new Page(outlet, item, at, others));
    }

    private Site site(Outlet outlet) {
        var site = sites.get(outlet.id());
        if (site == null) {
            throw new IllegalArgumentException("outlet: " + outlet.id() + " (expected: one of " + sites.keySet() + ")");
        }
        return site;
    }
}
