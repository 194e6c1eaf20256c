package org.tumen.alert.subscription;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.query.TextQueries.Search;
import org.tumen.alert.subscription.SubscriptionFile.Entry;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * Every subscription that is in force now: those of the files, and those made by REST. Where both have one of an id, that
 * of the file counts. Safe for use by many threads; two calls may see different times.
 */
@Component
@EnableConfigurationProperties(SubscriptionProperties.class)
public final class Subscriptions {

    private final SubscriptionFolder folder;
    private final TextQueries queries;
    private final ApplicationEventPublisher events;

    private volatile InForce inForce;
    private volatile List<String> faults = List.of();
    private String signature;

    /** Reads the folder; a fault in it refuses the start. */
    Subscriptions(SubscriptionProperties properties, TextQueries queries, ApplicationEventPublisher events) {
        this.folder = new SubscriptionFolder(properties.subscriptions());
        this.queries = queries;
        this.events = events;
        this.signature = folder.signature();
        var reading = folder.read();
        if (!reading.faults().isEmpty()) {
            throw reading.faults().getFirst();
        }
        this.inForce = InForce.of(reading.subscriptions(), Map.of());
        queries.replaceBy(searches(inForce));
    }

    /** The subscriptions in force are others than before; {@link Subscriptions} has them already. */
    public record Changed() {}

    /** What is in force at one time. */
    private record InForce(
            Map<SubscriptionId, Kept> ofFiles,
            Map<SubscriptionId, Kept> stored,
            Map<SubscriptionId, Kept> byId,
            List<Subscription> withoutQuery) {

        static InForce of(Map<SubscriptionId, Kept> ofFiles, Map<SubscriptionId, Kept> stored) {
            var byId = new LinkedHashMap<>(ofFiles);
            stored.forEach(byId::putIfAbsent);
            return new InForce(
                    ofFiles,
                    stored,
                    byId,
                    byId.values().stream()
                            .map(Kept::subscription)
                            .filter(each -> each.filter().text() == null)
                            .filter(each -> each.operations().isEmpty())
                            .toList());
        }
    }

    /**
     * A subscription that is to be tried, of the JSON that is put.
     *
     * @throws org.springframework.web.ErrorResponseException naming the field at fault and what is allowed there
     */
    public static Subscription proposed(String json) {
        try {
            var body = SeedFile.ofJson(StoredSubscriptions.BODY, json, Entry.class);
            return new EntryCheck(body, "").check(body.content().withoutTargets());
        } catch (InvalidSeedException e) {
            throw SubscriptionProblem.of(e);
        }
    }

    /**
     * One subscription in YAML, as a file has it, as JSON that {@link #proposed} reads.
     *
     * @throws org.springframework.web.ErrorResponseException naming the field at fault and what is allowed there
     */
    public static String proposal(String yaml) {
        return SeedFile.json(written(yaml));
    }

    /** The same, as it is kept. */
    static Entry written(String yaml) {
        try {
            return SeedFile.ofYaml(StoredSubscriptions.BODY, yaml, Entry.class).content();
        } catch (InvalidSeedException e) {
            throw SubscriptionProblem.of(e);
        }
    }

    /**
     * The subscriptions of a file, in its order, each as JSON that {@link #proposed} reads.
     *
     * @throws InvalidSeedException naming file, line and field at fault and what is allowed there
     */
    public static Map<SubscriptionId, String> proposals(Path file) {
        var proposals = new LinkedHashMap<SubscriptionId, String>();
        SubscriptionFolder.read(file, Map.of())
                .forEach((id, kept) ->
                        proposals.put(id, SeedFile.json(kept.entry().withoutTargets())));
        return proposals;
    }

    public List<Subscription> all() {
        return inForce.byId().values().stream().map(Kept::subscription).toList();
    }

    public Optional<Subscription> find(SubscriptionId id) {
        return kept(id).map(Kept::subscription);
    }

    /**
     * Those that may want an article; who is told of Tumen's own running wants none.
     *
     * @param found whose text queries find their words in it
     * @param concerned who must be asked in any case
     */
    public Collection<Subscription> toAsk(Set<SubscriptionId> found, Set<SubscriptionId> concerned) {
        var now = inForce;
        var others = Stream.concat(found.stream(), concerned.stream())
                .distinct()
                .flatMap(id -> Stream.ofNullable(now.byId().get(id)))
                .map(Kept::subscription)
                .filter(subscription -> subscription.filter().text() != null);
        return Stream.concat(now.withoutQuery().stream(), others).toList();
    }

    /** Whether one of these asks for words only, whatever is found in an article. */
    public boolean wantWordsAlone(Set<SubscriptionId> found) {
        return found.stream()
                .flatMap(id -> find(id).stream())
                .anyMatch(subscription -> !subscription.filter().asksOfFindings());
    }

    /** What is at fault in the files now, each with file, line, field and what is allowed; empty when all is well. */
    List<String> faults() {
        return faults;
    }

    Collection<Kept> allKept() {
        return inForce.byId().values();
    }

    Optional<Kept> kept(SubscriptionId id) {
        return Optional.ofNullable(inForce.byId().get(id));
    }

    /**
     * Reads the files when one has changed; of a file at fault the former subscriptions stay.
     *
     * @return the faults that were not there before
     */
    synchronized List<String> reload() {
        var next = folder.signature();
        if (next.equals(signature)) {
            return List.of();
        }
        var reading = folder.read();
        signature = next;
        var before = faults;
        faults = reading.faults().stream().map(InvalidSeedException::getMessage).toList();
        replaceBy(InForce.of(reading.subscriptions(), inForce.stored()));
        return faults.stream().filter(fault -> !before.contains(fault)).toList();
    }

    /** Takes over those made by REST. */
    synchronized void replaceStored(Map<SubscriptionId, Kept> stored) {
        replaceBy(InForce.of(inForce.ofFiles(), Map.copyOf(stored)));
    }

    private void replaceBy(InForce next) {
        if (next.byId().equals(inForce.byId())) {
            inForce = next;
            return;
        }
        queries.replaceBy(searches(next));
        inForce = next;
        events.publishEvent(new Changed());
    }

    private static Map<SubscriptionId, Search> searches(InForce next) {
        var searches = new LinkedHashMap<SubscriptionId, Search>();
        next.byId().forEach((id, kept) -> {
            var filter = kept.subscription().filter();
            var text = filter.text();
            if (text != null) {
                searches.put(id, new Search(text, filter.languages()));
            }
        });
        return searches;
    }
}
