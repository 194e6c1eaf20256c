package org.tumen.alert.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes links that act for whoever got them in a mail, and reads them when they come back. A link says what it is for and
 * on what, and is signed, so it cannot be turned into one for something else. It does not end: what it acts on does.
 * Looking at one (GET) changes nothing, since mail scanners follow links; its page has a button (POST).
 */
@Component
public final class SignedLinks {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Longer ones are not ours. */
    private static final int LONGEST_TOKEN = 2_000;

    private final Supplier<Optional<String>> base;
    private final LinkKey key;

    @Autowired
    SignedLinks(PublicAddress address, LinkKeyStore keys) {
        this(address::base, new LinkKey(keys::load));
    }

    SignedLinks(Supplier<Optional<String>> base, LinkKey key) {
        this.base = base;
        this.key = key;
    }

    /** What a link is for: the first step of its path, {@code /unsubscribe/…}. */
    public enum Purpose {
        /** An address wants what a subscription sends. Facts: subscription, address. */
        CONFIRM,
        /** An address wants no more of it. Facts: subscription, address. */
        UNSUBSCRIBE,
        /** What a reader thinks of the findings of an alert. Facts: alert, subscription, address. */
        FEEDBACK,
        /** A reader has taken an alert on. Facts: alert, subscription, address. */
        ACKNOWLEDGE,
        /** A feed reader, which cannot log in, asks for the alerts of a subscription. Facts: subscription. */
        ATOM;

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A link.
     *
     * @param facts what it acts on; none holds a line break
     * @return empty when this service does not know under which address readers reach it
     */
    public Optional<URI> to(Purpose purpose, List<String> facts) {
        return base.get().map(place -> URI.create(place + "/" + purpose.path() + "/" + token(purpose, facts)));
    }

    /** A place of the page, as {@code /}; empty when this service does not know under which address readers reach it. */
    public Optional<URI> to(String path) {
        return base.get().map(place -> URI.create(place + path));
    }

    /** What a token is about; empty when we did not make it for this purpose. */
    public Optional<List<String>> read(Purpose purpose, String token) {
        var dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            var facts = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), UTF_8);
            var signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return key.hasSigned(text(purpose, facts), signature)
                    ? Optional.of(facts.lines().toList())
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Not Base64: nobody's token.
        }
    }

    private String token(Purpose purpose, List<String> facts) {
        for (var fact : facts) {
            if (fact.isEmpty() || fact.lines().count() != 1) {
                throw new IllegalArgumentException("fact: " + fact + " (expected: one line)");
            }
        }
        var text = String.join("\n", facts);
        return BASE64.encodeToString(text.getBytes(UTF_8)) + "." + BASE64.encodeToString(key.sign(text(purpose, text)));
    }

    private static String text(Purpose purpose, String facts) {
        return purpose.path() + "\n" + facts;
    }
}
