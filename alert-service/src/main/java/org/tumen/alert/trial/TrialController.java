package org.tumen.alert.trial;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.model.feed.FeedListing;
import org.tumen.model.feed.FeedTried.Line;

/** Has a feed tried before it is added, and says what came of it. */
@RestController
@RequestMapping(path = "/api/v1/feed-trials", produces = MediaType.APPLICATION_JSON_VALUE)
class TrialController {

    private final TrialRequests requests;
    private final Clock clock;

    TrialController(TrialRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * What is to be tried.
     *
     * @param url of a feed, or of a page
     * @param listing how entries are found on a page without a feed
     */
    record Asked(@Nullable String url, @Nullable FeedListing listing) {}

    /**
     * A trial.
     *
     * @param told what a crawler saw, line by line
     */
    record View(String id, URI url, Trial.State state, List<Line> told, String by, Instant at) {

        private static View of(Trial trial, Instant now) {
            var request = trial.request();
            return new View(request.trial(), request.url(), trial.state(now), trial.told(), request.by(), request.at());
        }
    }

    /** Asks for a trial; a crawler answers within seconds. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> ask(@AuthenticationPrincipal Caller caller, @RequestBody Asked asked, Change trail) {
        var view = View.of(requests.ask(asked.url(), asked.listing(), caller), clock.instant());
        trail.from(null, view.url().toString());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/feed-trials/" + view.id()))
                .body(view);
    }

    /** How far it has come; kept for a day. */
    @GetMapping("/{id}")
    View trial(@PathVariable String id) {
        return View.of(requests.find(id), clock.instant());
    }
}
