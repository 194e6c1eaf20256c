package org.tumen.alert.subscription;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.subscription.Subscription.Operation;
import org.tumen.alert.subscription.Subscription.Webhook.Format;
import org.tumen.alert.subscription.SubscriptionFile.Entry;
import org.tumen.alert.subscription.SubscriptionFile.EscalateEntry;
import org.tumen.alert.subscription.SubscriptionFile.FilterEntry;
import org.tumen.alert.subscription.SubscriptionFile.WebhookEntry;
import org.tumen.alert.timing.Timing;
import org.tumen.seeds.SeedFile;

/**
 * Makes a subscription of one entry, or says which field of it is at fault and what is allowed there.
 *
 * @param at the way to it, {@code subscriptions[0]}; empty when the file is the entry
 */
record EntryCheck(SeedFile<?> file, String at) {

    /** RFC 5321 section 4.1.2, without quoted local parts and address literals; one label will do for localhost. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private static final int LONGEST_NAME = 200;
    private static final Duration SHORTEST_ESCALATION = Duration.ofSeconds(1);
    private static final Duration LONGEST_ESCALATION = Duration.ofDays(7);
    private static final String SECRET_PREFIX = "whsec_";

    /** Two while a secret changes; a few more do no harm, and each is a signature in a header. */
    private static final int MOST_SECRETS = 4;

    Subscription check(Entry entry) {
        if (entry.name().isBlank() || entry.name().length() > LONGEST_NAME) {
            throw file.fault(
                    at + ".name",
                    (entry.name().isBlank() ? "blank" : "too long") + " (expected: a name for people of at most "
                            + LONGEST_NAME + " characters)");
        }
        var filter = requireNonNullElse(entry.filter(), FilterEntry.EVERYTHING);
        var addresses = requireNonNullElse(entry.email(), List.<String>of());
        return new Subscription(
                entry.id(),
                entry.name().strip(),
                new FilterCheck(file, at + ".filter").check(filter),
                addresses(addresses, ".email"),
                webhook(entry.webhook()),
                requireNonNullElse(entry.confirm(), false),
                Timing.of(entry.timing(), (field, problem) -> file.fault(at + ".timing." + field, problem)),
                escalation(entry.escalate()),
                operations(filter));
    }

    private Set<Operation> operations(FilterEntry filter) {
        var operations = requireNonNullElse(filter.operations(), Set.<Operation>of());
        if (!operations.isEmpty() && !filter.withoutOperations().equals(FilterEntry.EVERYTHING)) {
            throw file.fault(
                    at + ".filter.operations",
                    "beside wishes for news (expected: operations alone; news in a subscription of its own)");
        }
        return operations;
    }

    private Subscription.@Nullable Escalation escalation(@Nullable EscalateEntry escalate) {
        if (escalate == null) {
            return null;
        }
        var after = escalate.after();
        if (after.compareTo(SHORTEST_ESCALATION) < 0 || after.compareTo(LONGEST_ESCALATION) > 0) {
            throw file.fault(at + ".escalate.after", after.toSeconds() + "s (expected: from 1s to 7d, as in 20m)");
        }
        if (escalate.to().isEmpty()) {
            throw file.fault(at + ".escalate.to", "none (expected: e-mail addresses)");
        }
        return new Subscription.Escalation(after, addresses(escalate.to(), ".escalate.to"));
    }

    private List<String> addresses(List<String> addresses, String field) {
        for (var i = 0; i < addresses.size(); i++) {
            address(addresses.get(i), at + field + "[" + i + "]");
        }
        return addresses.stream().distinct().toList();
    }

    private String address(String address, String field) {
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            throw file.fault(field, address + " (expected: an e-mail address, as desk@example.org)");
        }
        return address;
    }

    private Subscription.@Nullable Webhook webhook(@Nullable WebhookEntry webhook) {
        if (webhook == null) {
            return null;
        }
        var format = requireNonNullElse(webhook.format(), Format.STANDARD);
        var owner = webhook.owner();
        return new Subscription.Webhook(
                url(webhook.url()),
                format,
                secrets(webhook, format),
                owner == null ? null : address(owner, at + ".webhook.owner"));
    }

    private URI url(String text) {
        try {
            var url = new URI(text);
            var scheme = url.getScheme();
            if (url.getHost() != null
                    && url.getUserInfo() == null
                    && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Told below, like every other address that cannot be posted to.
        }
        throw file.fault(
                at + ".webhook.url", text + " (expected: an http or https address with a host and no password)");
    }

    /** A chat is known by its address alone and checks no signature, so it needs no secret. */
    private List<String> secrets(WebhookEntry webhook, Format format) {
        var given = Stream.of(webhook.secret(), webhook.secretFile(), webhook.secretFiles(), webhook.secrets())
                .filter(Objects::nonNull)
                .count();
        if (given > 1 || (given == 0 && format == Format.STANDARD)) {
            throw file.fault(
                    at + ".webhook",
                    "secret " + (given == 0 ? "missing" : "given twice")
                            + " (expected: one of secret, secretFile, secrets, secretFiles)");
        }
        var inFile = webhook.secretFile();
        if (inFile != null) {
            return List.of(secretIn(inFile, at + ".webhook.secretFile"));
        }
        if (webhook.secretFiles() != null) {
            return several(webhook.secretFiles(), at + ".webhook.secretFiles", this::secretIn);
        }
        if (webhook.secrets() != null) {
            return several(webhook.secrets(), at + ".webhook.secrets", this::secret);
        }
        var secret = webhook.secret();
        return secret == null ? List.of() : List.of(secret(secret, at + ".webhook.secret"));
    }

    /** Each by its own check, which gets what is written and the field where it stands. */
    private List<String> several(List<String> written, String field, BinaryOperator<String> check) {
        if (written.isEmpty() || written.size() > MOST_SECRETS) {
            throw file.fault(field, written.size() + " secrets (expected: 1 to " + MOST_SECRETS + ")");
        }
        return IntStream.range(0, written.size())
                .mapToObj(i -> check.apply(written.get(i), field + "[" + i + "]"))
                .toList();
    }

    private String secretIn(String secretFile, String field) {
        return secret(contentOf(secretFile, field), field);
    }

    /** The message never repeats the secret. */
    private String secret(String text, String field) {
        if (!text.startsWith(SECRET_PREFIX) || !hasRightLength(text.substring(SECRET_PREFIX.length()))) {
            throw file.fault(field, "not a secret (expected: whsec_ and 24 to 64 bytes in Base64)");
        }
        return text;
    }

    private String contentOf(String secretFile, String field) {
        var path = file.path().toAbsolutePath().resolveSibling(secretFile);
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw file.fault(field, secretFile + " cannot be read: " + e + " (expected: a file with the secret)");
        }
    }

    private static boolean hasRightLength(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64).length;
            return bytes >= 24 && bytes <= 64;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
