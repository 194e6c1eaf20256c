package org.tumen.crawler.archive;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.http.Body;

/**
 * A page as it was kept.
 *
 * @param address where it came from in the end
 * @param captured when
 * @param contentType the HTTP header; null when there was none
 * @param body with the encodings of its transfer undone
 */
public record ArchivedPage(
        URI address, Instant captured, @Nullable String contentType, Body body) {}
