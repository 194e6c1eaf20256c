package org.tumen.alert.subscription;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.seeds.SeedFile;

/** Makes a subscription of one entry, or says which field of it is at fault and what is allowed there. */
record EntryCheck(SeedFile<SubscriptionFile> file, String at) {

    /** RFC 5321 section 4.1.2, without quoted local parts and address literals; one label will do for localhost. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Duration SHORTEST_ESCALATION = Duration.ofSeconds(1);
    private static final Duration LONGEST_ESCALATION = Duration.ofDays(7);
    private static final String SECRET_PREFIX = "whsec_";

    /** Two while a secret changes; a few more do no harm, and each is a signature in a header. */
    private static final int MOST_SECRETS = 4;

    private static final FilterEntry EVERYTHING = new FilterEntry(null, null, null, null, null, null);

    Subscription check(Entry entry) {
        if (entry.name().isBlank()) {
            throw file.fault(at + ".name", "blank (expected: a name for people)");
        }
        var addresses = requireNonNullElse(entry.email(), List.<String>of());
        return new Subscription(
                entry.id(),
                entry.name().strip(),
                filter(requireNonNullElse(entry.filter(), EVERYTHING)),
                addresses(addresses, ".email"),
                webhook(entry.webhook()),
                requireNonNullElse(entry.confirm(), false),
                Timing.of(entry.timing(), (field, problem) -> file.fault(at + ".timing." + field, problem)),
                escalation(entry.escalate()),
                operations(requireNonNullElse(entry.filter(), EVERYTHING)));
    }

    private Subscription.Filter filter(FilterEntry filter) {
        var minScore = requireNonNullElse(filter.minScore(), 0.0);
        if (!(minScore >= 0 && minScore <= 1)) {
            throw file.fault(at + ".filter.minScore", minScore + " (expected: a number from 0 to 1)");
        }
        return new Subscription.Filter(
                requireNonNullElse(filter.signals(), Set.of()),
                dyads(requireNonNullElse(filter.dyads(), List.of())),
                requireNonNullElse(filter.statuses(), Set.of()),
                languages(requireNonNullElse(filter.languages(), List.of())),
                minScore);
    }

    private Set<Operation> operations(FilterEntry filter) {
        var operations = requireNonNullElse(filter.operations(), Set.<Operation>of());
        if (!operations.isEmpty() && !filter.withoutOperations().equals(EVERYTHING)) {
            throw file.fault(
                    at + ".filter.operations",
                    "beside wishes for news (expected: operations alone; news in a subscription of its own)");
        }
        return operations;
    }

    private Set<String> dyads(List<String> pairs) {
        var dyads = new HashSet<String>();
        for (var i = 0; i < pairs.size(); i++) {
            dyads.add(pair(pairs.get(i), at + ".filter.dyads[" + i + "]"));
        }
        return dyads;
    }

    private String pair(String pair, String field) {
        var actors = pair.split("-", -1);
        if (actors.length != 2) {
            throw file.fault(field, pair + " (expected: two actors joined by a hyphen, as DPRK-RUS)");
        }
        try {
            return new Dyad(new ActorId(actors[0]), new ActorId(actors[1])).pair();
        } catch (IllegalArgumentException e) {
            throw file.fault(field, String.valueOf(e.getMessage()));
        }
    }

    private Set<String> languages(List<String> languages) {
        for (var i = 0; i < languages.size(); i++) {
            if (!LANGUAGE.matcher(languages.get(i)).matches()) {
                throw file.fault(
                        at + ".filter.languages[" + i + "]",
                        languages.get(i) + " (expected: a primary language in lower case, as ko)");
            }
        }
        return Set.copyOf(new HashSet<>(languages));
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
        var given = Stream.of(webhook.secret(), webhook.secretFile(), webhook.secrets())
                .filter(Objects::nonNull)
                .count();
        if (given > 1 || (given == 0 && format == Format.STANDARD)) {
            throw file.fault(
                    at + ".webhook.url", "secret missing or given twice (expected: secret, secretFile or secrets)");
        }
        var several = webhook.secrets();
        if (several != null) {
            if (several.isEmpty() || several.size() > MOST_SECRETS) {
                throw file.fault(
                        at + ".webhook.secrets", several.size() + " secrets (expected: 1 to " + MOST_SECRETS + ")");
            }
            return IntStream.range(0, several.size())
                    .mapToObj(i -> secret(several.get(i), at + ".webhook.secrets[" + i + "]"))
                    .toList();
        }
        var inFile = webhook.secretFile();
        if (inFile != null) {
            var field = at + ".webhook.secretFile";
            return List.of(secret(contentOf(inFile, field), field));
        }
        var secret = webhook.secret();
        return secret == null ? List.of() : List.of(secret(secret, at + ".webhook.secret"));
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
