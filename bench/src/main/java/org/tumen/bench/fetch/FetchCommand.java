package org.tumen.bench.fetch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.tumen.bench.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench fetch}: pages a second of the crawler's way to a page beside those of a bare WebClient, from the same
 * local server in the same run. Pages are not read, and the pause between two requests to a host is set to nothing: it is
 * there to be slow, and not to be measured.
 */
@Command(name = "fetch", description = "Pages a second and memory of the crawler's fetching beside a bare WebClient.")
public final class FetchCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1024 * 1024;

    @Option(names = "--hosts", description = "(default: ${DEFAULT-VALUE})", defaultValue = "500")
    private int hosts = 500;

    @Option(names = "--pages", description = "of each host and round (default: ${DEFAULT-VALUE})", defaultValue = "40")
    private int pages = 40;

    @Option(names = "--kilobytes", description = "of a page (default: ${DEFAULT-VALUE})", defaultValue = "50")
    private int kilobytes = 50;

    @Option(names = "--rounds", description = "of each contender (default: ${DEFAULT-VALUE})", defaultValue = "3")
    private int rounds = 3;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var bare = new ArrayList<Figures>();
        var crawler = new ArrayList<Figures>();
        try (var server = new PageServer(kilobytes * 1024);
                var database = EmbeddedPostgres.start()) {
            for (var round = 0; round < rounds; round++) {
                bare.add(run("bare", server, database));
                crawler.add(run("crawler", server, database));
            }
        }
        var table = new Table(
                hosts + " hosts, " + pages + " pages of " + kilobytes + " KB each, "
                        + Runtime.getRuntime().availableProcessors() + " cores that the server shares; the median of "
                        + rounds + " rounds",
                "",
                "pages/s",
                "of bare",
                "peak heap MB",
                "peak memory MB");
        row(table, "bare WebClient", bare, bare);
        row(table, "crawler", crawler, bare);
        System.out.println(table);
        return 0;
    }

    private void row(Table table, String name, List<Figures> figures, List<Figures> bare) {
        var median = median(figures);
        table.row(
                name,
                Math.round(perSecond(median)),
                perSecond(median) / perSecond(median(bare)),
                Math.round(median.heap() / MEGABYTE),
                Math.round(median.resident() / MEGABYTE));
    }

    private double perSecond(Figures figures) {
        return 1000.0 * hosts * pages / figures.millis();
    }

    private static Figures median(List<Figures> figures) {
        return figures.stream()
                .sorted(Comparator.comparingLong(Figures::millis))
                .toList()
                .get(figures.size() / 2);
    }

    /** In a process of its own, with the crawler's libraries and as much heap as the other has. */
    private Figures run(String contender, PageServer server, EmbeddedPostgres database)
            throws IOException, InterruptedException {
        var own = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        var crawler = own.resolveSibling("../../crawler-service/target").normalize();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dloader.main=org.tumen.crawler.fetch.FetchTrial",
                        "-Dloader.path=" + crawler.resolve("test-classes"),
                        "-Dspring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "-Dspring.datasource.username=postgres",
                        "-Dtumen.http.allowed-addresses=127.0.0.0/8",
                        "-Dtumen.crawler.fetch.host-gap=0ms",
                        "-cp",
                        crawler.resolve("crawler-service.jar").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        contender,
                        Integer.toString(server.port()),
                        Integer.toString(hosts),
                        Integer.toString(Math.max(1, pages / 2)),
                        Integer.toString(pages))
                .redirectErrorStream(true)
                .start();
        List<String> output;
        try (var lines = process.inputReader().lines()) {
            output = lines.toList();
        }
        process.waitFor();
        return Figures.in(output);
    }
}
