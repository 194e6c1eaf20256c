package org.tumen.alert.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.tumen.model.alert.SubscriptionId;

/**
 * What is in force now, by id: one of a file counts before one that was made by REST. Read by many threads while one changes
 * it. One that changes is never away meanwhile.
 */
final class InForce {

    private static final Comparator<SubscriptionId> BY_ID = Comparator.comparing(SubscriptionId::value);

    private final ConcurrentNavigableMap<SubscriptionId, Kept> stored = new ConcurrentSkipListMap<>(BY_ID);

    /** Of those made by REST; a few may be asked for once more than they are there. */
    private final Set<SubscriptionId> storedWithoutQuery = new ConcurrentSkipListSet<>(BY_ID);

    private volatile OfFiles files = OfFiles.of(Map.of());

    private record OfFiles(Map<SubscriptionId, Kept> byId, List<Subscription> withoutQuery) {

        private static OfFiles of(Map<SubscriptionId, Kept> byId) {
            return new OfFiles(
                    byId,
                    byId.values().stream()
                            .map(Kept::subscription)
                            .filter(InForce::asksForNoWords)
                            .toList());
        }
    }

    /**
     * A change that is still to be made.
     *
     * @param after what then is in force under the ids that it touches; empty for nothing
     */
    record Step(Map<SubscriptionId, Optional<Kept>> after, Runnable making) {

        void take() {
            making.run();
        }
    }

    Optional<Kept> find(SubscriptionId id) {
        return Optional.ofNullable(files.byId().get(id)).or(() -> Optional.ofNullable(stored.get(id)));
    }

    /** Those of files in their order, then the others. */
    Collection<Kept> all() {
        var ofFiles = files.byId();
        var all = new ArrayList<>(ofFiles.values());
        stored.forEach((id, kept) -> {
            if (!ofFiles.containsKey(id)) {
                all.add(kept);
            }
        });
        return all;
    }

    Collection<Kept> ofFiles() {
        return files.byId().values();
    }

    /** Those that must be asked about every article. */
    Stream<Subscription> withoutQuery() {
        return Stream.concat(
                files.withoutQuery().stream(),
                storedWithoutQuery.stream()
                        .flatMap(id -> find(id).stream())
                        .map(Kept::subscription)
                        .filter(InForce::asksForNoWords));
    }

    /** All that the files have from now on. */
    Step files(Map<SubscriptionId, Kept> next) {
        var after = new LinkedHashMap<SubscriptionId, Optional<Kept>>();
        next.forEach((id, kept) -> after.put(id, Optional.of(kept)));
        for (var id : files.byId().keySet()) {
            if (!next.containsKey(id)) {
                after.put(id, Optional.ofNullable(stored.get(id)));
            }
        }
        return new Step(differing(after), () -> files = OfFiles.of(next));
    }

    /** What was made, changed or deleted by REST. */
    Step stored(Map<SubscriptionId, Optional<Kept>> changes) {
        var after = new HashMap<SubscriptionId, Optional<Kept>>();
        changes.forEach((id, kept) ->
                after.put(id, Optional.ofNullable(files.byId().get(id)).or(() -> kept)));
        return new Step(differing(after), () -> changes.forEach(this::store));
    }

    private void store(SubscriptionId id, Optional<Kept> kept) {
        if (kept.map(Kept::subscription).filter(InForce::asksForNoWords).isPresent()) {
            storedWithoutQuery.add(id);
            stored.put(id, kept.get());
        } else {
            kept.ifPresentOrElse(one -> stored.put(id, one), () -> stored.remove(id));
            storedWithoutQuery.remove(id);
        }
    }

    private Map<SubscriptionId, Optional<Kept>> differing(Map<SubscriptionId, Optional<Kept>> after) {
        after.entrySet()
                .removeIf(entry -> Objects.equals(
                        entry.getValue().orElse(null), find(entry.getKey()).orElse(null)));
        return after;
    }

    private static boolean asksForNoWords(Subscription subscription) {
        return subscription.filter().text() == null && subscription.operations().isEmpty();
    }
}
