package org.tumen.alert.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.seeds.SeedFile;

/**
 * What the form of a feed sends: the fields of an entry of a feed file.
 *
 * @param item of a site without a feed: where its entries stand on the page
 * @param date likewise where the date of each stands
 */
record FeedForm(
        @Nullable String id,
        @Nullable String url,
        @Nullable String name,
        @Nullable String publisher,
        @Nullable String family,
        @Nullable String language,
        @Nullable String country,
        @Nullable String kind,
        @Nullable String every,
        @Nullable String item,
        @Nullable String date) {

    /**
     * A field to be filled in.
     *
     * @param name as it is sent
     * @param fault as a problem names it
     * @param placeholder an example
     */
    record Field(
            String label,
            String name,
            String fault,
            @Nullable String value,
            String placeholder,
            boolean required) {}

    /** In their order, but for the kind, which is chosen. */
    public List<Field> fields() {
        return List.of(
                new Field("Id", "id", "id", id, "example-en", true),
                new Field("Address", "url", "url", url, "https://news.example.org/rss.xml", true),
                new Field("Name", "name", "name", name, "Example News", true),
                new Field("Publisher", "publisher", "publisher", publisher, "Example News", true),
                new Field("Family of outlets, one origin", "family", "family", family, "example", true),
                new Field("Language", "language", "language", language, "ko", true),
                new Field("Country, none if international", "country", "country", country, "KR", false),
                new Field("Every, none to learn it", "every", "every", every, "10m", false),
                new Field("Without a feed: entries, by CSS", "item", "listing.item", item, "ul.news > li", false),
                new Field("and the date in each", "date", "listing.date", date, "span.date", false));
    }

    String idOrNothing() {
        return id == null ? "" : id.strip();
    }

    /** As JSON, without the fields that are empty. */
    String json() {
        var listing = new LinkedHashMap<String, Object>();
        put(listing, "item", item);
        put(listing, "date", date);
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "url", url);
        put(fields, "name", name);
        put(fields, "publisher", publisher);
        put(fields, "family", family);
        put(fields, "language", language);
        put(fields, "country", country);
        put(fields, "kind", kind);
        put(fields, "every", every);
        if (!listing.isEmpty()) {
            fields.put("listing", listing);
        }
        return SeedFile.json(fields);
    }

    private static void put(Map<String, Object> fields, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(field, value.strip());
        }
    }
}
