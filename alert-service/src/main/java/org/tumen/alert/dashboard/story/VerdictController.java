package org.tumen.alert.dashboard.story;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.feedback.Feedback;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.feedback.Feedback.Way;
import org.tumen.alert.feedback.Verdict;
import org.tumen.model.alert.AlertId;

/** The buttons under a finding on the page. */
@Controller
class VerdictController {

    private final Feedback feedback;
    private final Choices choices;

    VerdictController(Feedback feedback, Choices choices) {
        this.feedback = feedback;
        this.choices = choices;
    }

    record Form(String verdict) {}

    @PostMapping(path = "/alerts/{id}/findings/{place}/verdict", headers = "HX-Request=true")
    String give(
            @AuthenticationPrincipal Caller caller,
            @PathVariable AlertId id,
            @PathVariable int place,
            @ModelAttribute Form form,
            Change trail,
            Model model) {
        var verdict = Verdict.of(form.verdict())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such verdict"));
        var before = feedback.of(id, place, caller.name());
        var given = feedback.give(id, place, verdict, caller.name(), null, Way.PAGE)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such finding any more"));
        trail.from(before.map(Given::inWords).orElse(null), given.inWords());
        model.addAttribute("alertId", id.value());
        model.addAttribute("place", place);
        model.addAttribute("choices", choices.of(id, place));
        return "judge :: judge";
    }
}
