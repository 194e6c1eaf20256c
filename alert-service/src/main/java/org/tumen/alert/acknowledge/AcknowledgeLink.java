package org.tumen.alert.acknowledge;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tumen.alert.access.Change;
import org.tumen.alert.acknowledge.Acknowledgements.Acknowledgement;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alerts;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** The link in a mail by which its reader takes an alert on. Looking at it changes nothing; its button does. */
@Controller
@RequestMapping("/acknowledge/{token}")
class AcknowledgeLink {

    private static final int LONGEST_TITLE = 300;

    private final SignedLinks links;
    private final Acknowledgements acknowledgements;
    private final Alerts alerts;
    private final Clock clock;

    AcknowledgeLink(SignedLinks links, Acknowledgements acknowledgements, Alerts alerts, Clock clock) {
        this.links = links;
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What a link is about, in the order in which {@link Purpose#ACKNOWLEDGE} has it. */
    private record Facts(AlertId alert, SubscriptionId subscription, String address) {

        private static Optional<Facts> of(List<String> facts) {
            return facts.size() == 3
                    ? Optional.of(new Facts(new AlertId(facts.get(0)), new SubscriptionId(facts.get(1)), facts.get(2)))
                    : Optional.empty();
        }
    }

    @GetMapping
    String page(@PathVariable String token, Model model) {
        fill(model, facts(token));
        return "acknowledge";
    }

    @PostMapping
    String acknowledge(@PathVariable String token, Change trail, Model model) {
        var facts = facts(token);
        acknowledgements.add(
                new Acknowledgement(facts.alert(), facts.subscription(), facts.address(), "", clock.instant()));
        trail.from(null, "taken on by " + facts.address());
        fill(model, facts);
        return "acknowledge";
    }

    private Facts facts(String token) {
        return links.read(Purpose.ACKNOWLEDGE, token)
                .flatMap(Facts::of)
                .filter(facts -> alerts.find(facts.alert()).isPresent())
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.NOT_FOUND,
                        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "no such link, or its alert is gone"),
                        null));
    }

    private void fill(Model model, Facts facts) {
        var title = alerts.find(facts.alert())
                .map(placed -> placed.alert().event().article().title())
                .orElse("");
        model.addAttribute("title", DisplayText.line(title, LONGEST_TITLE));
        model.addAttribute(
                "taken",
                acknowledgements.of(facts.alert(), facts.subscription()).stream()
                        .map(one -> DisplayText.line(one.by(), LONGEST_TITLE))
                        .distinct()
                        .toList());
    }
}
