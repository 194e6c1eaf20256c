package org.tumen.bench.signals;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tumen.bench.fit.Training.Example;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.classifier.match.SignalModel;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Status;
import org.tumen.model.feed.SourceKind;

/** What a sentence of an item is an example of: its signals, how it holds them, and who acts on whom. */
final class Labels {

    /** Those that examples are labelled with. */
    private static final List<ActorId> ACTORS = Stream.of(
                    "DPRK", "PRC", "RUS", "ROK", "USA", "JPN", "UKR", "VNM", "USSR", "EU", "ISR")
            .map(ActorId::new)
            .toList();

    /** The classes that are no signals. */
    static final Set<String> DETAILS = details();

    private Labels() {}

    static Example of(LabelledItem item, Map<String, Integer> features) {
        var labels = new HashSet<String>();
        var open = new HashSet<>(DETAILS);
        for (var expected : item.expected()) {
            labels.add(expected.signal());
        }
        item.expected().stream().findFirst().ifPresent(first -> {
            var status = Status.valueOf(first.status().toUpperCase(Locale.ROOT).replace('-', '_'));
            for (var other : SignalModel.LEARNED_STATUSES) {
                open.remove(SignalModel.classOf(other));
            }
            if (SignalModel.LEARNED_STATUSES.contains(status)) {
                labels.add(SignalModel.classOf(status));
            }
            // A state medium announces by what it is, not by its words.
            if (item.text().kind() == SourceKind.STATE_MEDIA || item.text().kind() == SourceKind.OFFICIAL) {
                labels.remove(SignalModel.classOf(Status.ANNOUNCED));
                open.add(SignalModel.classOf(Status.ANNOUNCED));
            }
            for (var actor : ACTORS) {
                open.remove(SignalModel.gives(actor));
                open.remove(SignalModel.gets(actor));
            }
            labels.add(SignalModel.gives(new ActorId(first.giver())));
            labels.add(SignalModel.gets(new ActorId(first.receiver())));
        });
        return new Example(features, labels, open, 1);
    }

    private static Set<String> details() {
        var details = new HashSet<String>();
        for (var actor : ACTORS) {
            details.add(SignalModel.gives(actor));
            details.add(SignalModel.gets(actor));
        }
        SignalModel.LEARNED_STATUSES.forEach(status -> details.add(SignalModel.classOf(status)));
        return Set.copyOf(details);
    }
}
