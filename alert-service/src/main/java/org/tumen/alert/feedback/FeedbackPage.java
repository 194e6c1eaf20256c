package org.tumen.alert.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tumen.alert.access.Change;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.feedback.Feedback.Way;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Where the links of a mail lead: the findings that the reader was told of, and the four verdicts on each. */
@Controller
class FeedbackPage {

    private final SignedLinks links;
    private final Feedback feedback;
    private final Alerts alerts;

    FeedbackPage(SignedLinks links, Feedback feedback, Alerts alerts) {
        this.links = links;
        this.feedback = feedback;
        this.alerts = alerts;
    }

    /**
     * What the form sends.
     *
     * @param finding zero-based, among those that the reader was shown
     */
    record Form(int finding, String verdict, @Nullable String comment) {}

    /** A finding on the page, with what was said of it last; the verdict of the link that was followed is chosen. */
    record Asked(
            int place,
            FindingView finding,
            @Nullable String chosen,
            @Nullable String given) {}

    /** Who follows the link, and what it is about; as that subscription is shown it. */
    private record Reader(Alert alert, String person) {}

    /** Changes nothing. */
    @GetMapping("/feedback/{token}")
    String ask(
            ServerHttpResponse response,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int finding,
            @RequestParam(defaultValue = "") String verdict,
            Model model) {
        return reader(token)
                .map(reader -> show(reader, finding, verdict, model))
                .orElseGet(() -> nothing(response, model));
    }

    @PostMapping("/feedback/{token}")
    String take(
            @PathVariable String token,
            @ModelAttribute Form form,
            Change trail,
            ServerHttpResponse response,
            Model model) {
        return reader(token)
                .map(reader -> take(reader, form, trail, response, model))
                .orElseGet(() -> nothing(response, model));
    }

    private String take(Reader reader, Form form, Change trail, ServerHttpResponse response, Model model) {
        var verdict = Verdict.of(form.verdict());
        var place = placeInAlert(reader.alert(), form.finding());
        if (verdict.isPresent() && place.isPresent()) {
            var before = feedback.of(reader.alert().id(), place.get(), reader.person());
            feedback.give(reader.alert().id(), place.get(), verdict.get(), reader.person(), form.comment(), Way.MAIL)
                    .ifPresent(given -> trail.from(before.map(Given::inWords).orElse(null), given.inWords()));
            model.addAttribute("kept", verdict.get().label());
        } else {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
        }
        return show(reader, form.finding(), form.verdict(), model);
    }

    private String show(Reader reader, int chosenFinding, String chosenVerdict, Model model) {
        var shown = AlertView.of(reader.alert(), reader.alert().event().hops());
        var asked = new ArrayList<Asked>();
        for (var place = 0; place < shown.findings().size(); place++) {
            asked.add(new Asked(
                    place,
                    shown.findings().get(place),
                    place == chosenFinding ? chosenVerdict : null,
                    given(reader, place).map(Verdict::label).orElse(null)));
        }
        model.addAttribute("alert", shown);
        model.addAttribute("asked", asked);
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("person", reader.person());
        return "feedback";
    }

    private static String nothing(ServerHttpResponse response, Model model) {
        response.setStatusCode(HttpStatus.NOT_FOUND);
        model.addAttribute("asked", List.of());
        return "feedback";
    }

    private Optional<Verdict> given(Reader reader, int shown) {
        return placeInAlert(reader.alert(), shown)
                .flatMap(place -> feedback.of(reader.alert().id(), place, reader.person()))
                .map(Given::verdict);
    }

    private Optional<Reader> reader(String token) {
        return links.read(Purpose.FEEDBACK, token)
                .filter(facts -> facts.size() == 3)
                .flatMap(facts -> alerts.seenBy(new AlertId(facts.get(0)), new SubscriptionId(facts.get(1)))
                        .map(alert -> new Reader(alert, facts.get(2))));
    }

    /** A subscription is shown some of the findings; a verdict is kept by the place among all. */
    private Optional<Integer> placeInAlert(Alert shown, int place) {
        var findings = shown.event().findings();
        return place < 0 || place >= findings.size()
                ? Optional.empty()
                : alerts.find(shown.id())
                        .map(placed -> placed.alert().event().findings().indexOf(findings.get(place)))
                        .filter(found -> found >= 0);
    }
}
