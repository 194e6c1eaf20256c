package org.tumen.crawler.websub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tumen.crawler.entry.HubLinks;
import org.tumen.http.Headers;

/**
 * A hub that would push a feed (WebSub section 4).
 *
 * @param hub where to subscribe, http or https
 * @param topic under which name the hub knows the feed
 */
public record HubOffer(URI hub, URI topic) {

    private static final int MAX_ADDRESS = 2_048;

    private static final Pattern LINK = Pattern.compile("<([^<>]{1,2048})>((?:\\s*;\\s*[^,;\"]+(?:\"[^\"]*\")?)*)");
    private static final Pattern RELATION =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

    /**
     * The offer of an answer, its headers before its document.
     *
     * @param address of the document; its name where it gives itself none
     * @return empty when nobody pushes it
     */
    public static Optional<HubOffer> in(Headers headers, HubLinks links, URI address) {
        var hubs = linked(headers, "hub", address);
        var selves = linked(headers, "self", address);
        var topic = selves.isEmpty() ? Optional.ofNullable(links.self()).orElse(address) : selves.getFirst();
        return (hubs.isEmpty() ? links.hubs() : hubs)
                .stream()
                        .filter(HubOffer::isWeb)
                        .findFirst()
                        .filter(_ -> isWeb(topic))
                        .map(hub -> new HubOffer(hub, topic));
    }

    /** Links of the header field {@code Link} (RFC 8288 section 3). */
    private static List<URI> linked(Headers headers, String relation, URI address) {
        var found = new ArrayList<URI>();
        for (var field : headers.all("Link")) {
            var link = LINK.matcher(field.length() > 8_192 ? field.substring(0, 8_192) : field);
            while (link.find()) {
                if (isRelated(link.group(2), relation)) {
                    resolve(address, link.group(1)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isRelated(String parameters, String relation) {
        var rel = RELATION.matcher(parameters);
        return rel.find()
                && List.of((rel.group(1) == null ? rel.group(2) : rel.group(1))
                                .toLowerCase(Locale.ROOT)
                                .strip()
                                .split("\\s+"))
                        .contains(relation);
    }

    private static Optional<URI> resolve(URI address, String reference) {
        try {
            return Optional.of(address.resolve(reference.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not an address, so nobody's.
        }
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null
                && address.toString().length() <= MAX_ADDRESS
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
    }
}
