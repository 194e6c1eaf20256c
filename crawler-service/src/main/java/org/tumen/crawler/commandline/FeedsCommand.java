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
import javax.xml.stream.XMLStreamException;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.seeds.InvalidSeedException;

/** {@code tumen feeds}: starts nothing but what the command needs. */
public final class FeedsCommand {

    private static final String USAGE = """
            usage: feeds list [DIR]          the feeds of a folder or file (default: $TUMEN_CRAWLER_FEEDS or seeds/feeds)
                   feeds check URL|FILE...   what Tumen would do with a feed; of a .yaml file or folder, what is wrong in it
                   feeds import FILE.opml    prints the YAML of a feed file
                   feeds export [DIR]        prints OPML""";

    private static final int USAGE_ERROR = 64;
    private static final int DATA_ERROR = 65;
    private static final int CONFIGURATION_ERROR = 78;

    private final PrintStream out;
    private final PrintStream err;

    FeedsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Whether these arguments ask for it, and not for the service. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("feeds");
    }

    public static void main(String... arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new FeedsCommand(out, System.err).run(List.of(arguments).subList(1, arguments.length)));
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
        try (var reader = Files.newBufferedReader(file)) {
            out.print(FeedYaml.of(Opml.read(reader)));
        }
        return 0;
    }

    private int checkAll(List<String> what) throws IOException {
        var worst = 0;
        for (var one : what) {
            worst = Math.max(worst, check(one));
        }
        return worst;
    }

    private int check(String what) throws IOException {
        var check = new FeedCheck(out, Clock.systemUTC());
        if (what.startsWith("http://") || what.startsWith("https://")) {
            try (var client = PoliteClient.alone()) {
                return check.address(URI.create(what), client) ? 0 : DATA_ERROR;
            }
        }
        var file = Path.of(what);
        if (Files.isDirectory(file) || what.endsWith(".yaml") || what.endsWith(".yml")) {
            var feeds = Feeds.read(file, Duration.ZERO);
            out.println(file + ": " + feeds.all().size() + " feeds, "
                    + feeds.faults().size() + " faults");
            return faults(feeds);
        }
        return check.file(file) ? 0 : DATA_ERROR;
    }

    private int faults(Feeds feeds) {
        feeds.faults().forEach(fault -> err.println("Configuration error: " + fault));
        return feeds.faults().isEmpty() ? 0 : CONFIGURATION_ERROR;
    }

    private static Path folder(List<String> rest) {
        var configured = System.getenv("TUMEN_CRAWLER_FEEDS");
        return Path.of(!rest.isEmpty() ? rest.getFirst() : configured != null ? configured : "seeds/feeds");
    }
}
