package org.tumen.alert.baseline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tumen.alert.baseline.BaselineStore.Thing;
import org.tumen.alert.baseline.Comparing.Past;
import org.tumen.alert.baseline.Comparing.Question;
import org.tumen.alert.baseline.SignalKinds.Kind;
import org.tumen.alert.calendar.Occasion;
import org.tumen.alert.calendar.Occasions;
import org.tumen.alert.history.History;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Finding;

/**
 * Says of each finding how unusual it is, from the history as it stands. The article itself does not have to be in the
 * history yet; where it is, it is not counted twice.
 */
@Service
public class Surprises {

    private final BaselineStore store;
    private final Occasions occasions;
    private final SignalKinds kinds;
    private final BaselineFile.Limits limits;
    private final Comparing comparing;

    Surprises(BaselineStore store, Occasions occasions, SignalKinds kinds, BaselineFile file) {
        this.store = store;
        this.occasions = occasions;
        this.kinds = kinds;
        this.limits = file.surprise();
        this.comparing = new Comparing(limits);
    }

    /** One for each finding, in the order of the findings. */
    public List<Surprise> of(ArticleAssessed assessed) {
        if (assessed.findings().isEmpty()) {
            return List.of();
        }
        var day = LocalDate.ofInstant(History.appeared(assessed.hops()), ZoneOffset.UTC);
        var from = day.minusDays(limits.window().toDays());
        var source = assessed.article().source();
        var outlets = store.outlets(source, from, day);
        var things = assessed.findings().stream().map(Thing::of).collect(Collectors.toSet());
        var told = store.told(assessed.article(), things, from, day);
        return assessed.findings().stream()
                .map(finding -> {
                    var thing = Thing.of(finding);
                    var signal = finding.signal();
                    var usual = occasions.usualDays(from, day, signal, finding.dyad());
                    var past = outlets.before().entrySet().stream()
                            .map(before ->
                                    new Past(before.getKey(), before.getValue(), told.on(thing, before.getKey())))
                            .toList();
                    var question = new Question(
                            day,
                            outlets.onTheDay(),
                            told.onTheDay(thing),
                            occasions
                                    .usual(day, signal, finding.dyad())
                                    .map(Occasion::name)
                                    .orElse(null),
                            wordsAlone(finding, assessed, day));
                    return comparing.decide(question, past, usual);
                })
                .toList();
    }

    private boolean wordsAlone(Finding finding, ArticleAssessed assessed, LocalDate day) {
        return kinds.of(finding.signal()) == Kind.WORDS
                && assessed.findings().stream()
                        .noneMatch(other ->
                                isPair(other.dyad(), finding.dyad()) && kinds.of(other.signal()) == Kind.MATERIAL)
                && !store.wasTold(kinds.material(), finding.dyad(), day.minusDays(followUpDays()), day);
    }

    private long followUpDays() {
        return limits.followUp().toDays();
    }

    private static boolean isPair(Dyad one, Dyad other) {
        return one.pair().equals(other.pair());
    }
}
