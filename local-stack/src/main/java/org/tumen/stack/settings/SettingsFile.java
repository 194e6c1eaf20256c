package org.tumen.stack.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * The settings of the services, {@code tumen.yaml}. The services pass over a key that they do not know, so a slip of the
 * pen would be in force in silence: the keys are held against the known ones here, before anything starts.
 */
final class SettingsFile {

    /** Those of Tumen, all of them described in the file that ships. */
    static final List<String> KEYS = List.of(
            "tumen.http.allowed-addresses",
            "tumen.crawler.poll.floor",
            "tumen.crawler.poll.ceiling",
            "tumen.crawler.poll.patience",
            "tumen.crawler.websub.callback",
            "tumen.crawler.websub.lease",
            "tumen.crawler.websub.safety-poll",
            "tumen.crawler.fetch.user-agent",
            "tumen.crawler.fetch.timeout",
            "tumen.crawler.fetch.max-body-size",
            "tumen.crawler.fetch.max-redirects",
            "tumen.crawler.fetch.host-gap",
            "tumen.crawler.fetch.max-crawl-delay",
            "tumen.crawler.fetch.robots-name",
            "tumen.crawler.fetch.max-attempts",
            "tumen.crawler.fetch.retry-after",
            "tumen.crawler.fetch.max-waiting",
            "tumen.crawler.fetch.max-in-flight",
            "tumen.crawler.origins.window",
            "tumen.crawler.revisions.after",
            "tumen.crawler.revisions.keep-for",
            "tumen.crawler.archive.dir",
            "tumen.crawler.archive.max-file-size",
            "tumen.classifier.intake.batch",
            "tumen.classifier.intake.pause",
            "tumen.classifier.opinion.endpoint",
            "tumen.classifier.opinion.model",
            "tumen.classifier.opinion.key-file",
            "tumen.classifier.opinion.within",
            "tumen.classifier.opinion.format",
            "tumen.classifier.opinion.temperature-zero",
            "tumen.alert.retention",
            "tumen.alert.access.transport",
            "tumen.alert.access.session.idle",
            "tumen.alert.access.session.longest",
            "tumen.alert.access.oidc.name-claim",
            "tumen.alert.access.oidc.roles-claim",
            "tumen.alert.access.oidc.roles",
            "tumen.alert.access.oidc.otherwise",
            "tumen.alert.public-url",
            "tumen.alert.stories.window",
            "tumen.alert.stories.answers",
            "tumen.alert.stories.origins-told",
            "tumen.alert.stories.score-step",
            "tumen.alert.email.host",
            "tumen.alert.email.port",
            "tumen.alert.email.username",
            "tumen.alert.email.password",
            "tumen.alert.email.starttls",
            "tumen.alert.email.from",
            "tumen.alert.email.timeout",
            "tumen.alert.webhook.timeout",
            "tumen.alert.delivery.retries",
            "tumen.alert.delivery.jitter",
            "tumen.alert.delivery.calls-per-peer",
            "tumen.alert.delivery.switch-off-after",
            "tumen.alert.operations.every",
            "tumen.alert.operations.feed-hold",
            "tumen.alert.operations.hold",
            "tumen.alert.operations.lag",
            "tumen.alert.operations.calm");

    /** In which the names are the operator's own. */
    private static final Set<String> WITH_NAMES_OF_THEIR_OWN = Set.of("tumen.alert.access.oidc.roles");

    /** What Spring Boot and Micronaut know is theirs to check. */
    private static final Set<String> OF_THE_FRAMEWORKS =
            Set.of("spring", "server", "management", "logging", "db-scheduler", "micronaut", "kafka");

    private SettingsFile() {}

    /**
     * Refuses a key that no service knows.
     *
     * @throws InvalidSeedException naming the place and what is allowed there
     */
    static void check(Path file) {
        if (Files.exists(file) && saysSomething(file)) {
            var settings = SeedFile.read(file, Map.class);
            check(settings, "", settings.content());
        }
    }

    private static boolean saysSomething(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new InvalidSeedException(file, 0, "", "cannot be read: " + e, e);
        }
    }

    private static void check(SeedFile<?> file, String section, Map<?, ?> members) {
        members.forEach((name, value) -> {
            var key = section.isEmpty() ? String.valueOf(name) : section + "." + name;
            if (OF_THE_FRAMEWORKS.contains(key.split("\\.", 2)[0])) {
                return;
            }
            if (KEYS.stream().noneMatch(known -> isOrHolds(key, known))) {
                throw file.fault(key, "unknown (expected: " + allowed(section) + ")");
            }
            if (value instanceof Map<?, ?> inner && !WITH_NAMES_OF_THEIR_OWN.contains(key)) {
                check(file, key, inner);
            }
        });
    }

    /** Whether the key is the known one, or a section that holds it; the services take {@code hostGap} as well. */
    private static boolean isOrHolds(String key, String known) {
        return (plain(known) + ".").startsWith(plain(key) + ".");
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_]|\\[\\d+]", "");
    }

    /** The names that may stand in a section. */
    private static String allowed(String section) {
        var depth = section.isEmpty() ? 0 : section.split("\\.").length;
        var names = KEYS.stream()
                .filter(known -> section.isEmpty() || isOrHolds(section, known))
                .map(known -> List.of(known.split("\\.")))
                .filter(known -> known.size() > depth)
                .map(known -> known.get(depth))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "a value" : names;
    }
}
