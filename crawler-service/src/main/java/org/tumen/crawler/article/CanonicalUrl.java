package org.tumen.crawler.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.ArticleId;

/**
 * The one address of an article, however readers were led to it: host in lower case, no default port, no fragment, none
 * of the parameters that only track readers.
 *
 * @param uri absolute
 */
public record CanonicalUrl(URI uri) {

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_openstat",
            "_ga",
            "_gl",
            "cmpid",
            "ocid",
            "smid",
            "spm",
            "ref_src");

    /** The canonical form of an address. */
    public static CanonicalUrl of(URI address) {
        return new CanonicalUrl(canonical(address));
    }

    /**
     * The address of a page that may name its own: its word counts within its own site only, so that no page can take
     * another site's article over.
     *
     * @param address where the page was found
     * @param declared its {@code rel=canonical}, absolute; null when it has none
     */
    public static CanonicalUrl of(URI address, @Nullable URI declared) {
        var found = of(address);
        if (declared == null || declared.getHost() == null || !isWeb(declared)) {
            return found;
        }
        var named = of(declared);
        return site(named).equals(site(found)) && !isFrontPage(named.uri) ? named : found;
    }

    /** The id of the article at this address. */
    public ArticleId articleId() {
        return ArticleId.of(uri);
    }

    private static URI canonical(URI address) {
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        var text =
                new StringBuilder(scheme).append("://").append(address.getHost().toLowerCase(Locale.ROOT));
        var port = address.getPort();
        if (port >= 0 && port != (scheme.equals("https") ? 443 : 80)) {
            text.append(':').append(port);
        }
        var path = address.getRawPath();
        text.append(path == null || path.isEmpty() ? "/" : path);
        var query = query(address.getRawQuery());
        if (!query.isEmpty()) {
            text.append('?').append(query);
        }
        try {
            return new URI(text.toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("parts of an address make an address: " + text, e);
        }
    }

    private static String query(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
                        .collect(Collectors.joining("&"));
    }

    private static boolean tracks(String parameter) {
        var name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static boolean isWeb(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Pages that name the front page as their canonical address are common, and wrong. */
    private static boolean isFrontPage(URI uri) {
        return uri.getRawPath().equals("/") && uri.getRawQuery() == null;
    }

    private static String site(CanonicalUrl url) {
        var host = url.uri.getHost();
        for (var prefix : new String[] {"www.", "m.", "amp."}) {
            if (host.startsWith(prefix)) {
                return host.substring(prefix.length());
            }
        }
        return host;
    }
}
