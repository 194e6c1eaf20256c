package org.tumen.crawler.entry;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who pushes a feed, as the feed itself says (WebSub section 4).
 *
 * @param hubs in the feed's order; empty when nobody does
 * @param self under which name the hubs know the feed; null when it does not say
 */
public record HubLinks(List<URI> hubs, @Nullable URI self) {

    public static final HubLinks NONE = new HubLinks(List.of(), null);

    public HubLinks {
        hubs = List.copyOf(hubs);
    }

    static HubLinks of(FeedElement channel) {
        return new HubLinks(
                links(channel, "hub").toList(),
                links(channel, "self").findFirst().orElse(null));
    }

    private static Stream<URI> links(FeedElement channel, String relation) {
        return channel.children("link", "atom:link")
                .filter(link -> isRelated(link.attribute("rel"), relation))
                .flatMap(link -> Links.resolve(link.base(), link.attribute("href")).stream());
    }

    private static boolean isRelated(@Nullable String relations, String relation) {
        return Optional.ofNullable(relations).stream()
                .flatMap(written ->
                        Arrays.stream(written.toLowerCase(Locale.ROOT).split("\\s+")))
                .anyMatch(relation::equals);
    }
}
