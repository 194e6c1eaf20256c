package org.tumen.alert.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.alert.access.Change;
import org.tumen.alert.delivery.Deliveries.EndpointOff;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.DeliveryTable.Row;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.subscription.Subscription.Operation;
import org.tumen.alert.subscription.Subscriptions;

/** {@code /deliveries}: what went where, what was given up, and that again. */
@Controller
class DeliveriesPage {

    private static final int PAGE = 40;
    private static final int LONGEST = 500;
    private static final String ALL = "all";

    private final DeliveryTable table;
    private final DeliveryReplay replay;
    private final EndpointSwitch endpoints;
    private final Subscriptions subscriptions;
    private final Clock clock;

    DeliveriesPage(
            DeliveryTable table,
            DeliveryReplay replay,
            EndpointSwitch endpoints,
            Subscriptions subscriptions,
            Clock clock) {
        this.table = table;
        this.replay = replay;
        this.endpoints = endpoints;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** A webhook that is not called; {@code told} are its owners. */
    record Off(String subscription, String host, Moment since, String reason, List<String> told) {}

    /** Without a state those that were given up, when there are any. */
    @GetMapping("/deliveries")
    String deliveries(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String subscription,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var dead = table.dead();
        var asked = state == null || state.isBlank() ? (dead > 0 ? State.DEAD.word() : ALL) : state;
        var wanted = subscription == null || subscription.isBlank() ? null : subscription;
        var rows = table.rows(stateOf(asked), wanted, after, PAGE);
        model.addAttribute("rows", rows);
        model.addAttribute("state", asked);
        model.addAttribute("subscription", wanted);
        model.addAttribute("dead", dead);
        model.addAttribute("sums", table.sums());
        model.addAttribute("off", endpoints.off().stream().map(this::shown).toList());
        model.addAttribute("operatorsTold", subscriptions.tellOperators(Operation.ENDPOINT));
        model.addAttribute("days", DeliveryTable.SUMMED.toDays());
        model.addAttribute("next", rows.size() == PAGE ? rows.getLast().id() : null);
        return "deliveries";
    }

    /** The row as it is now, for the page's script; the page itself for whoever has none. */
    @PostMapping("/deliveries/{id}/replay")
    String replay(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Change trail,
            Model model) {
        if (!replay.replay(id)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, id + " is not dead (any more)");
        }
        trail.from(State.DEAD.word(), State.PENDING.word());
        if (part == null) {
            return "redirect:/deliveries?state=" + ALL;
        }
        Row row = table.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", row);
        return "delivery-row :: row";
    }

    private Off shown(EndpointOff off) {
        return new Off(
                off.subscription().value(),
                off.host(),
                Moment.of(off.since(), clock.instant()),
                DisplayText.line(off.reason(), LONGEST),
                off.told());
    }

    private static @Nullable State stateOf(String word) {
        if (word.equals(ALL)) {
            return null;
        }
        try {
            return State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "state: " + word + " (expected: all, held, pending, delivered, dead or silenced)");
        }
    }
}
