package org.tumen.alert.trial;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.problem.Problem;
import org.tumen.model.feed.FeedListing;

/** {@code /feed-trials}: a feed as it would be read, and the form in which it is added then. */
@Controller
class TrialPage {

    private final TrialRequests requests;
    private final Clock clock;

    TrialPage(TrialRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * What the form sends.
     *
     * @param item of a site without a feed: where its entries stand on the page
     */
    record Form(@Nullable String url, @Nullable String item) {

        private @Nullable FeedListing listing() {
            return item == null || item.isBlank()
                    ? null
                    : new FeedListing(item.strip(), null, null, null, null, null, null);
        }
    }

    @PostMapping("/feed-trials")
    String ask(
            @AuthenticationPrincipal Caller caller,
            @ModelAttribute Form form,
            Change trail,
            ServerHttpResponse response,
            Model model) {
        try {
            var asked = requests.ask(form.url(), form.listing(), caller).request();
            trail.from(null, asked.url().toString());
            return "redirect:/feed-trials/" + asked.trial();
        } catch (Problem problem) {
            response.setStatusCode(problem.getStatusCode());
            model.addAttribute("form", form);
            model.addAttribute("fault", problem.getBody().getDetail());
            return "feed-trial";
        }
    }

    /** The page looks again by itself while a crawler may still answer. */
    @GetMapping("/feed-trials/{id}")
    String trial(@PathVariable String id, Model model) {
        var trial = requests.find(id);
        var listing = trial.request().listing();
        model.addAttribute("form", new Form(trial.request().url().toString(), listing == null ? null : listing.item()));
        model.addAttribute("id", id);
        model.addAttribute("state", trial.state(clock.instant()).name());
        model.addAttribute("lines", trial.told());
        model.addAttribute("name", trial.said("title"));
        model.addAttribute("language", trial.said("language"));
        return "feed-trial";
    }
}
