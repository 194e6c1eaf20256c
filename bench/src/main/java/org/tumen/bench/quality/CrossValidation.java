package org.tumen.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.bench.fit.Folds;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.signals.Lessons;
import org.tumen.bench.signals.SignalTraining;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.signal.Catalogue;

/** Models of all items but those of one part, each tried on that part: what a model would say of items that it has not seen. */
final class CrossValidation {

    private final Folds folds;
    private final List<Assessor> assessors;

    CrossValidation(Catalogue catalogue, List<LabelledItem> items, int parts) {
        this.folds = Folds.of(items.stream().map(item -> item.text().title()).toList(), parts);
        var training = new SignalTraining(catalogue);
        var lessons = items.stream().map(training::lessons).toList();
        var always = training.lessons();
        this.assessors = IntStream.range(0, parts)
                .mapToObj(part -> new Assessor(
                        catalogue,
                        SignalTraining.model(Lessons.of(Stream.concat(
                                        Stream.of(always),
                                        IntStream.range(0, items.size())
                                                .filter(item -> !folds.isTested(item, part))
                                                .mapToObj(lessons::get))
                                .toList()))))
                .toList();
    }

    /** What is found in each item, the same items and in the same order as those of the models. */
    List<Assessed> of(List<LabelledItem> items, boolean all) {
        var assessed = new ArrayList<Assessed>();
        for (var i = 0; i < items.size(); i++) {
            var item = i;
            var part = IntStream.range(0, assessors.size())
                    .filter(it -> folds.isTested(item, it))
                    .findFirst()
                    .orElseThrow();
            assessed.addAll(Assessed.all(assessors.get(part), List.of(items.get(i)), all));
        }
        return assessed;
    }
}
