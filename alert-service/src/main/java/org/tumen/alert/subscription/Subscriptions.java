package org.tumen.alert.subscription;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.query.TextQueries.Search;
import org.tumen.alert.subscription.Subscription.Filter;
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
    private final InForce inForce = new InForce();
    private volatile List<String> faults = List.of();

    /** Reads the folder; a fault in it refuses the start. */
    Subscriptions(SubscriptionProperties properties, TextQueries queries, ApplicationEventPublisher events) {
        this.folder = new SubscriptionFolder(properties.subscriptions());
        this.queries = queries;
        this.events = events;
        folder.look().ifPresent(reading -> {
            if (!reading.faults().isEmpty()) {
                throw reading.faults().getFirst();
            }
            takeOver(inForce.files(reading.subscriptions()));
        });
    }

    /**
     * Some subscriptions in force are others than before; {@link Subscriptions} has them already.
     *
     * @param ids of those that came, went or were changed
     */
    public record Changed(Set<SubscriptionId> ids) {

        public Changed {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * A subscription is written by REST. Told within the transaction that writes it.
     *
     * @param addresses to which it may lead to a mail; none when it is deleted
     */
    public record Written(SubscriptionId id, Set<String> addresses) {

        public Written {
            addresses = Set.copyOf(addresses);
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
        return allKept().stream().map(Kept::subscription).toList();
    }

    /** Whether an operator is told of this, at a target. */
    public boolean tellOperators(Subscription.Operation operation) {
        return allKept().stream()
                .map(Kept::subscription)
                .filter(each -> each.operations().contains(operation))
                .anyMatch(each -> !each.email().isEmpty() || each.webhook() != null);
    }

    /** Those of files that ask their addresses first. */
    public List<Subscription> ofFilesThatAsk() {
        return inForce.ofFiles().stream()
                .map(Kept::subscription)
                .filter(Subscription::asksFirst)
                .toList();
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
        var asked = new LinkedHashMap<SubscriptionId, Subscription>();
        inForce.withoutQuery().forEach(one -> asked.put(one.id(), one));
        Stream.concat(found.stream(), concerned.stream())
                .flatMap(id -> find(id).stream())
                .filter(subscription -> subscription.filter().text() != null)
                .forEach(one -> asked.putIfAbsent(one.id(), one));
        return asked.values();
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

    /** Those of the files first, in their order; then the others by their ids. */
    Collection<Kept> allKept() {
        return inForce.all();
    }

    Optional<Kept> kept(SubscriptionId id) {
        return inForce.find(id);
    }

    /**
     * Reads the files that have changed; of a file at fault the former subscriptions stay.
     *
     * @return the faults that were not there before
     */
    List<String> reload() {
        var reading = folder.look();
        if (reading.isEmpty()) {
            return List.of();
        }
        var before = faults;
        faults = reading.get().faults().stream()
                .map(InvalidSeedException::getMessage)
                .toList();
        change(() -> inForce.files(reading.get().subscriptions()));
        return faults.stream().filter(fault -> !before.contains(fault)).toList();
    }

    /** Takes over those made by REST that have changed; empty are those that went. */
    void changeStored(Map<SubscriptionId, Optional<Kept>> changes) {
        change(() -> inForce.stored(changes));
    }

    private synchronized void change(Supplier<InForce.Step> to) {
        var step = to.get();
        takeOver(step);
        if (!step.after().isEmpty()) {
            events.publishEvent(new Changed(step.after().keySet()));
        }
    }

    /** Costs what changes, not what there is. A query is known before its subscription, and forgotten before it. */
    private void takeOver(InForce.Step step) {
        var wanted = new HashMap<SubscriptionId, Search>();
        var gone = new HashSet<SubscriptionId>();
        step.after().forEach((id, kept) -> {
            var filter = kept.map(Kept::subscription).map(Subscription::filter);
            var text = filter.map(Filter::text);
            if (filter.isPresent() && text.isPresent()) {
                wanted.put(id, new Search(text.get(), filter.get().languages()));
            } else {
                gone.add(id);
            }
        });
        queries.change(wanted, gone);
        step.take();
    }
}
