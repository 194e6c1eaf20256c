package org.tumen.alert.dashboard.story;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.acknowledge.Acknowledgements;
import org.tumen.alert.acknowledge.Acknowledgements.Acknowledgement;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** The button by which an analyst takes a story on, as the link in a mail and the API do: nobody else is called in for it. */
@Controller
class TakingOn {

    private static final int LONGEST = 300;

    private final Acknowledgements acknowledgements;
    private final Alerts alerts;
    private final Clock clock;

    TakingOn(Acknowledgements acknowledgements, Alerts alerts, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Who has taken a story on.
     *
     * @param subscription for whom; null for all that were told
     */
    record Taken(
            String by, Moment at, String comment, @Nullable SubscriptionId subscription) {}

    /** For the page's script the new state alone; for whoever has none the story again. */
    @PostMapping("/alerts/{id}/acknowledge")
    String takeOn(
            @AuthenticationPrincipal Caller caller,
            @PathVariable AlertId id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Change trail,
            Model model) {
        var placed = alerts.find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such alert (any more)"));
        acknowledgements.add(new Acknowledgement(id, null, caller.name(), "", clock.instant()));
        trail.from(null, "taken on by " + caller.name());
        if (part == null) {
            var story = placed.alert().event().story();
            return "redirect:/stories/"
                    + (story == null ? id.value() : story.id().value());
        }
        model.addAttribute("alertId", id.value());
        model.addAttribute("justTaken", true);
        describe(id, model);
        return "take-on :: take-on";
    }

    /** What the fragment of the story's page shows. */
    void describe(AlertId id, Model model) {
        var now = clock.instant();
        var taken = acknowledgements.of(id, null).stream()
                .map(one -> new Taken(
                        DisplayText.line(one.by(), LONGEST),
                        Moment.of(one.at(), now),
                        DisplayText.line(one.comment(), LONGEST),
                        one.subscription()))
                .toList();
        model.addAttribute("taken", taken);
        model.addAttribute("open", taken.stream().allMatch(one -> one.subscription() != null));
    }
}
