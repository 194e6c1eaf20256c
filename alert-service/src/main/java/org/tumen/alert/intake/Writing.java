package org.tumen.alert.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.delivery.Deliveries.Telling;
import org.tumen.alert.publish.Outbox;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.silence.Silences;
import org.tumen.alert.story.Stories.Placed;
import org.tumen.alert.subscription.Subscription;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;

/** Writes an alert with all that follows from it, in few statements, however many are told. */
@Component
class Writing {

    private final Silences silences;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Clock clock;

    Writing(Silences silences, Alerts alerts, Deliveries deliveries, Outbox outbox, Clock clock) {
        this.silences = silences;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All of it is part of the caller's transaction. */
    Settled write(Envelope<ArticleAssessed> assessment, Placed placed, Draft draft) {
        var alert = draft.alert(assessment, placed.with(draft.news()), clock.instant());
        if (placed.isSeen() && alerts.find(alert.id()).isPresent()) {
            return new Settled.Silent("repeated");
        }
        var active = silences.atNewsOf(alert.event(), clock.instant());
        var rows = new ArrayList<Alerts.Told>();
        var tellings = new LinkedHashMap<Subscription, Telling>();
        draft.routes().forEach((subscription, told) -> {
            var places = draft.placesInAlert(told);
            var route = told.route(subscription.id());
            var shown = alert.event().with(places, List.of(route), alert.event().story());
            var muted = active.muting(shown, subscription.id()).orElse(null);
            var silence = muted == null ? null : muted.silence();
            rows.add(new Alerts.Told(subscription.id(), route.reason(), places, told.news(), silence));
            tellings.put(subscription, new Telling(alert.id(), placed.story(), told.news(), muted));
        });
        if (!alerts.add(alert, rows, true)) {
            return new Settled.Silent("repeated");
        }
        deliveries.plan(tellings);
        placed.tell(tellings.keySet().stream().map(Subscription::id).toList(), alert.id());
        outbox.publishAfterCommit();
        return new Settled.Raised(alert);
    }
}
