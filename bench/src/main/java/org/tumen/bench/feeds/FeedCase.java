package org.tumen.bench.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feed document and what must be read from it.
 *
 * @param file as the checks name it
 * @param path where it is
 * @param contentType the HTTP header; null when there was none
 * @param contentLanguage the HTTP header; null when there was none
 */
record FeedCase(
        String file,
        Path path,
        @Nullable String contentType,
        @Nullable String contentLanguage,
        List<Check> checks) {

    /**
     * One field of the feed or of an entry.
     *
     * @param entry zero-based; null for a field of the feed
     * @param value as text; a time in seconds since 1970 when {@code isTime}
     */
    record Check(@Nullable Integer entry, String field, String value, boolean isTime) {}

    byte[] body() throws IOException {
        return Files.readAllBytes(path);
    }

    static List<FeedCase> load(Path checks) throws IOException {
        var cases = new ArrayList<FeedCase>();
        for (var one : new JsonMapper().readTree(checks.toFile())) {
            var file = one.path("file").asString();
            cases.add(new FeedCase(
                    file,
                    checks.resolveSibling(file),
                    one.path("contentType").asString(null),
                    one.path("contentLanguage").asString(null),
                    one.path("checks").valueStream().map(FeedCase::check).toList()));
        }
        return List.copyOf(cases);
    }

    private static Check check(JsonNode check) {
        var isFeed = check.path("where").asString("").equals("feed");
        return new Check(
                isFeed ? null : check.path("i").asInt(0),
                check.path("field").asString(),
                check.path("value").asString(),
                check.path("value").isNumber());
    }
}
