package org.tumen.crawler.backfill;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.article.PageReading;

/**
 * What a file holds of one article.
 *
 * @param place in the file, for people
 * @param address null when the file does not tell
 * @param captured when the page was kept; when its file was written where that is not told
 * @param reading what was read in it
 * @param progress how much of all files was read with it, in [0, 1]
 */
record StoredArticle(String place, @Nullable URI address, Instant captured, PageReading reading, double progress) {}
