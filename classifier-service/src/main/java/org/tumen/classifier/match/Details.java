package org.tumen.classifier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Status;

/**
 * What the learned model says of a sentence beside its signals: how the text holds them, and who acts on whom. Of the status it
 * corrects what the rules read where it is sure; of the two it is only asked where the rules read nothing: they know the words next to
 * a name, and it turned more pairs wrong than right (docs/adr/0021).
 */
final class Details {

    /** Rather yes than no; found on the second held-back set of docs/adr/0017. */
    private static final double SURE = 0;

    /** An actor of whom no example tells anything is rather not the one. */
    private static final double UNKNOWN_ACTOR = -5;

    /** They win over what is reported or announced. */
    private static final List<Status> STRONG =
            List.of(Status.DENIED, Status.ANTICIPATED, Status.HISTORICAL, Status.OPINION);

    private final SignalModel model;
    private final double[] logOdds;

    Details(SignalModel model, double[] logOdds) {
        this.model = model;
        this.logOdds = logOdds;
    }

    /** As the rules read it; where they read no more than a report, what the model is sure of. */
    Status status(Status read) {
        if (STRONG.contains(read)) {
            return read;
        }
        Status likeliest = null;
        var most = SURE;
        for (var status : STRONG) {
            var odds = of(SignalModel.classOf(status), Double.NEGATIVE_INFINITY);
            if (odds > most) {
                most = odds;
                likeliest = status;
            }
        }
        return likeliest == null ? read : likeliest;
    }

    /** How well the two fit their parts. */
    double points(Dyad pair) {
        return of(SignalModel.gives(pair.giver()), UNKNOWN_ACTOR)
                + of(SignalModel.gets(pair.receiver()), UNKNOWN_ACTOR);
    }

    /** Whether an actor's own voice is the source; null where nobody can say. */
    @Nullable
    Double announced() {
        var place = model.placeOf(SignalModel.classOf(Status.ANNOUNCED));
        return place < 0 ? null : logOdds[place];
    }

    private double of(String name, double unknown) {
        var place = model.placeOf(name);
        return place < 0 ? unknown : logOdds[place];
    }
}
