package org.tumen.crawler.archive;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tumen.http.HttpOutcome.Answered;

/**
 * Keeps pages as WARC 1.1 response records, each compressed by itself, in files that this crawler alone writes. A page
 * that can not be kept, on a full disk for example, is told in the log and read all the same. Safe for use by many
 * threads.
 */
@Component
@EnableConfigurationProperties(ArchiveProperties.class)
public class PageArchive {

    private static final Logger log = LoggerFactory.getLogger(PageArchive.class);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Those that tell something of the page; the others tell of a transfer that is over. */
    private static final List<String> KEPT_HEADERS = List.of("Content-Language", "Last-Modified", "ETag", "Date");

    private final ArchiveProperties properties;
    private final Clock clock;
    private @Nullable WarcWriter writer;

    PageArchive(ArchiveProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Keeps it, if pages are kept. */
    public void keep(Answered page) {
        var folder = properties.dir();
        if (folder == null) {
            return;
        }
        try {
            write(folder, record(page));
        } catch (IOException e) {
            log.atError()
                    .addKeyValue("url", page.finalUri())
                    .addKeyValue("folder", folder)
                    .addKeyValue("reason", e.toString())
                    .log("Could not keep a page");
            close();
        }
    }

    @PreDestroy
    synchronized void close() {
        var open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                log.atError().setCause(e).log("Could not close the archive");
            }
        }
    }

    private synchronized void write(Path folder, WarcResponse record) throws IOException {
        var open = writer;
        if (open == null || open.position() >= properties.maxFileSize().toBytes()) {
            close();
            open = open(folder);
            writer = open;
        }
        open.write(record);
    }

    /** Never a file that was there before: the last record of one may be torn. */
    private WarcWriter open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var name = "tumen-" + TIME.format(clock.instant()) + "-"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt()) + ".warc.gz";
        var channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new WarcWriter(channel, WarcCompression.GZIP);
    }

    private WarcResponse record(Answered page) throws IOException {
        var body = page.body().bytes();
        var http = new HttpResponse.Builder(page.status(), "");
        for (var name : KEPT_HEADERS) {
            var value = page.headers().first(name);
            if (value != null) {
                http.setHeader(name, value);
            }
        }
        var type = page.headers().first("Content-Type");
        http.body(MediaType.OCTET_STREAM, body);
        if (type != null) {
            http.setHeader("Content-Type", type);
        }
        return new WarcResponse.Builder(address(page.finalUri()))
                .date(clock.instant())
                .body(http.build())
                .build();
    }

    private static URI address(URI uri) {
        return URI.create(uri.toASCIIString());
    }
}
