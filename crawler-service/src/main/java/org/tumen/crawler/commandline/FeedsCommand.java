package org.tumen.crawler.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.crawler.listing.Listing;
import org.tumen.crawler.trial.FeedTrial;
import org.tumen.seeds.InvalidSeedException;

/** {@code tumen feeds}: starts nothing but what the command needs. */
public final class FeedsCommand {

    private static final String USAGE = """
            usage: feeds list [DIR]          the feeds of a folder or file (default: $TUMEN_CRAWLER_FEEDS or seeds/feeds)
                   feeds check [--as ID] URL|FILE|ID...
                                             what Tumen would do with a feed; of a .yaml file or folder, what is wrong in it.
                                             A configured address is read as it is configured; --as reads as another feed
                                             is, a saved listing page for example. Private addresses need
                                             TUMEN_HTTP_ALLOWED_ADDRESSES=127.0.0.0/8
                   feeds import FILE.opml    prints the YAML of a feed file
                   feeds export [DIR]        prints OPML""";

    private static final int USAGE_ERROR = 64;
    private static final int DATA_ERROR = 65;
    private static final int CONFIGURATION_ERROR = 78;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    FeedsCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /** Whether these arguments ask for it, and not for the service. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("feeds");
    }

    public static void main(String... arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new FeedsCommand(out, System.err, System.getenv())
                .run(List.of(arguments).subList(1, arguments.length)));
    }

    /** Does it; the answer is an exit code of sysexits.h. */
    int run(List<String> words) throws IOException {
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        try {
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "list" -> rest.size() > 1 ? usage() : list(folder(rest));
                case "export" -> rest.size() > 1 ? usage() : export(folder(rest));
                case "import" -> rest.size() != 1 ? usage() : importOpml(Path.of(rest.getFirst()));
                case "check" -> rest.isEmpty() ? usage() : checkAll(rest);
                default -> usage();
            };
        } catch (InvalidSeedException e) {
            err.println("Configuration error: " + e.getMessage());
            return CONFIGURATION_ERROR;
        } catch (XMLStreamException | IllegalArgumentException e) {
            err.println("Unreadable: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return DATA_ERROR;
        }
    }

    private int usage() {
        err.println(USAGE);
        return USAGE_ERROR;
    }

    private int list(Path folder) {
        var feeds = Feeds.read(folder, Duration.ZERO);
        for (var feed : feeds.all()) {
            out.printf("%-24s %-8s %-12s %s%n", feed.id(), feed.language(), feed.kind(), feed.url());
        }
        return faults(feeds);
    }

    private int export(Path folder) throws XMLStreamException {
        var feeds = Feeds.read(folder, Duration.ZERO);
        out.println(Opml.write(feeds.all()));
        return faults(feeds);
    }

    private int importOpml(Path file) throws IOException, XMLStreamException {
        List<Opml.Outline> outlines;
        try (var in = Files.newInputStream(file)) {
            outlines = Opml.read(in);
        }
        outlines.stream()
                .filter(outline -> outline.host().isEmpty())
                .forEach(outline ->
                        err.println("Left out: " + outline.url() + " (expected: an absolute http or https address)"));
        out.print(FeedYaml.of(
                outlines.stream().filter(outline -> outline.host().isPresent()).toList()));
        return 0;
    }

    private int checkAll(List<String> what) throws IOException {
        var as = what.getFirst().equals("--as");
        if (as && what.size() < 3) {
            return usage();
        }
        var listing = as ? configured(what.get(1)).listing() : null;
        var worst = 0;
        for (var one : as ? what.subList(2, what.size()) : what) {
            if (what.size() > (as ? 3 : 1)) {
                out.println("== " + one);
            }
            worst = Math.max(worst, check(one, listing));
        }
        return worst;
    }

    private int check(String what, @Nullable Listing listing) throws IOException {
        if (what.startsWith("http://") || what.startsWith("https://")) {
            var address = URI.create(what);
            return check(address, listing == null ? listingAt(address) : listing);
        }
        var file = Path.of(what);
        if (Files.isDirectory(file) || what.endsWith(".yaml") || what.endsWith(".yml")) {
            var feeds = Feeds.read(file, Duration.ZERO);
            out.println(file + ": " + feeds.all().size() + " feeds, "
                    + feeds.faults().size() + " faults");
            return faults(feeds);
        }
        if (Files.exists(file)) {
            return show(new FeedTrial(Clock.systemUTC(), listing).file(file));
        }
        var feed = configured(what);
        return check(feed.url(), feed.listing());
    }

    private int check(URI address, @Nullable Listing listing) {
        try (var client = PoliteClient.alone(environment)) {
            return show(new FeedTrial(Clock.systemUTC(), listing).address(address, client));
        }
    }

    private int show(FeedTrial.Seen seen) {
        seen.lines().forEach(line -> out.printf("%-10s %s%n", line.label(), line.text()));
        return seen.usable() ? 0 : DATA_ERROR;
    }

    private FeedConfig configured(String id) {
        var folder = folder(List.of());
        return Feeds.read(folder, Duration.ZERO).all().stream()
                .filter(feed -> feed.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        id + " (expected: an address, a file, or the id of a feed in " + folder + ")"));
    }

    /** An address is checked as it is configured, if it is; a check works without any configuration. */
    private @Nullable Listing listingAt(URI address) {
        var folder = folder(List.of());
        return !Files.isDirectory(folder)
                ? null
                : Feeds.read(folder, Duration.ZERO).all().stream()
                        .filter(feed -> feed.url().equals(address))
                        .map(FeedConfig::listing)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private int faults(Feeds feeds) {
        feeds.faults().forEach(fault -> err.println("Configuration error: " + fault));
        return feeds.faults().isEmpty() ? 0 : CONFIGURATION_ERROR;
    }

    private Path folder(List<String> rest) {
        var configured = environment.get("TUMEN_CRAWLER_FEEDS");
        return Path.of(!rest.isEmpty() ? rest.getFirst() : configured != null ? configured : "seeds/feeds");
    }
}
