package org.tumen.alert.dashboard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tumen.model.alert.AlertRaised;

/**
 * Which stories are shown, as the address of the page has it. What is left out asks for everything.
 *
 * @param signal an id of the catalogue
 * @param pair two actors in alphabetical order, {@code DPRK-RUS}
 * @param language BCP 47 primary
 * @param kind of source, as in events: {@code state-media}
 */
record NowFilter(
        @Nullable String signal,
        @Nullable String pair,
        @Nullable String language,
        @Nullable String kind) {

    NowFilter {
        signal = blankToNull(signal);
        pair = blankToNull(pair);
        language = blankToNull(language);
        kind = blankToNull(kind);
    }

    public boolean isEmpty() {
        return signal == null && pair == null && language == null && kind == null;
    }

    /** The same question as the database is asked, of an alert that has just come. */
    boolean wants(AlertRaised alert) {
        var findings = alert.findings();
        return (signal == null
                        || findings.stream()
                                .anyMatch(finding -> finding.signal().value().equals(signal)))
                && (pair == null
                        || findings.stream()
                                .anyMatch(finding -> finding.dyad().pair().equals(pair)))
                && (language == null || alert.article().language().equals(language))
                && (kind == null || word(alert.article().source().kind()).equals(kind));
    }

    /** {@code ?signal=treaty-move&before=17}. */
    String older(long before) {
        return query("before", before);
    }

    /** {@code ?signal=treaty-move&after=17}. */
    String stream(long after) {
        return query("after", after);
    }

    private String query(String name, long place) {
        var uri = UriComponentsBuilder.newInstance();
        add(uri, "signal", signal);
        add(uri, "pair", pair);
        add(uri, "language", language);
        add(uri, "kind", kind);
        add(uri, name, Long.toString(place));
        return uri.encode().toUriString();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
