package org.tumen.crawler.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.tumen.http.Body;

/** Reads the pages of a WARC file, one after the other. */
public final class WarcPages {

    /** As large as a page that is fetched may be by default. */
    private static final int MAX_BODY = 5 * 1024 * 1024;

    private WarcPages() {}

    /**
     * Hands on every page that was answered with 200, with its place in the file; what is no page is passed over.
     *
     * @return whether the file was read to its end; false when its last record is torn
     * @throws UncheckedIOException when the file can not be read at all
     */
    public static boolean read(Path file, ObjLongConsumer<ArchivedPage> pages) {
        try (var warc = new WarcReader(file)) {
            warc.setLenient(true);
            for (var record = warc.next(); record.isPresent(); record = warc.next()) {
                if (record.get() instanceof WarcResponse response) {
                    page(response).ifPresent(page -> pages.accept(page, warc.position()));
                }
            }
            return true;
        } catch (EOFException | ParsingException | ZipException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Optional<ArchivedPage> page(WarcResponse response) throws IOException {
        var scheme = response.target();
        if (!scheme.startsWith("http:") && !scheme.startsWith("https:")) {
            return Optional.empty();
        }
        var http = response.http();
        if (http.status() != 200) {
            return Optional.empty();
        }
        var body = http.bodyDecoded().stream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Optional.empty();
        }
        return address(response.target())
                .map(address -> new ArchivedPage(
                        address,
                        response.date(),
                        http.headers().first("Content-Type").orElse(null),
                        Body.of(body)));
    }

    private static Optional<URI> address(String target) {
        try {
            var address = URI.create(target);
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Old archives hold addresses that are none.
        }
    }
}
