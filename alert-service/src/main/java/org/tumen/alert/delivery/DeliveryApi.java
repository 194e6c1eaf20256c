package org.tumen.alert.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Change;
import org.tumen.alert.delivery.Deliveries.EndpointOff;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.DeliveryList.Line;
import org.tumen.alert.page.Page;
import org.tumen.model.alert.SubscriptionId;

/** Deliveries and endpoints for operators: what is where, the dead letters again, an endpoint on again. */
@RestController
@RequestMapping("/api/v1")
class DeliveryApi {

    private final DeliveryList list;
    private final DeliveryReplay replay;
    private final EndpointSwitch endpoints;

    DeliveryApi(DeliveryList list, DeliveryReplay replay, EndpointSwitch endpoints) {
        this.list = list;
        this.replay = replay;
        this.endpoints = endpoints;
    }

    /** Newest first. */
    @GetMapping("/deliveries")
    Page<Line> deliveries(
            @RequestParam(defaultValue = "dead") String state,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var found = list.inState(state(state), Page.text(cursor), Page.size(limit) + 1);
        return Page.of(found, limit, Line::id);
    }

    @PostMapping("/deliveries/{id}/replay")
    Map<String, Object> replay(@PathVariable String id, Change trail) {
        if (!replay.replay(id)) {
            throw problem(HttpStatus.CONFLICT, id + " is not dead (expected: the id of a dead delivery)");
        }
        trail.from(State.DEAD.word(), State.PENDING.word());
        return Map.of("replayed", 1);
    }

    /** Every dead delivery again. */
    @PostMapping("/deliveries/replay")
    Map<String, Object> replayAll(Change trail) {
        var replayed = replay.replay(list.dead());
        trail.from(State.DEAD.word(), replayed + " " + State.PENDING.word());
        return Map.of("replayed", replayed);
    }

    @GetMapping("/endpoints")
    List<EndpointOff> endpointsOff() {
        return endpoints.off();
    }

    /** Calls it again; its dead deliveries stay dead until they are replayed. */
    @PostMapping("/endpoints/{subscription}/on")
    Map<String, Object> on(@PathVariable SubscriptionId subscription, Change trail) {
        if (!endpoints.switchOn(subscription)) {
            throw problem(HttpStatus.CONFLICT, "no endpoint of " + subscription + " is switched off");
        }
        trail.from("off", "on");
        return Map.of("on", subscription);
    }

    private static State state(String word) {
        try {
            return State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw problem(HttpStatus.BAD_REQUEST, "state: " + word + " (expected: one of " + words() + ")");
        }
    }

    private static String words() {
        return Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", "));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
