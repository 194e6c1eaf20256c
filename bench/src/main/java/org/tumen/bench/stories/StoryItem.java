package org.tumen.bench.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article with the event that it is about.
 *
 * @param id of the item
 * @param story the event; all articles on it have the same
 * @param origin whose word it really is, whatever outlet it stands in
 * @param lang en, ko, zh or ru
 * @param outlet in which it stands
 * @param family of publishers to which the outlet belongs; null when it stands alone
 * @param kind what kind of voice the outlet is
 * @param published UTC
 * @param title plain text
 * @param text plain text
 */
record StoryItem(
        String id,
        String story,
        String origin,
        String lang,
        String outlet,
        @Nullable String family,
        SourceKind kind,
        Instant published,
        String title,
        String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * In the order in which they appeared.
     *
     * @param splits one, or several with commas between them
     */
    static List<StoryItem> load(Path folder, String splits) {
        return Arrays.stream(splits.split(",", -1))
                .flatMap(split -> load(folder.resolve(split + ".jsonl")).stream())
                .sorted(Comparator.comparing(StoryItem::published))
                .toList();
    }

    private static List<StoryItem> load(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> JSON.readValue(line, StoryItem.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    URI url() {
        return URI.create("https://" + outlet + ".example.org/" + id);
    }

    ArticleId article() {
        return ArticleId.of(url());
    }

    Source source() {
        return new Source(new FeedId(outlet), outlet, family == null ? outlet : family, kind, null);
    }
}
