package org.tumen.alert.delivery.address;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/**
 * Where the links to confirm and to unsubscribe lead. Looking changes nothing; the button does. Mail programs that
 * unsubscribe with one click post to the same address (RFC 8058 section 3.2) and read nothing of the answer.
 */
@Controller
class AddressPages {

    private final SignedLinks links;
    private final Addresses addresses;
    private final Subscriptions subscriptions;

    AddressPages(SignedLinks links, Addresses addresses, Subscriptions subscriptions) {
        this.links = links;
        this.addresses = addresses;
        this.subscriptions = subscriptions;
    }

    private record Reader(SubscriptionId subscription, String address) {}

    @GetMapping("/unsubscribe/{token}")
    String askToUnsubscribe(@PathVariable String token, ServerHttpResponse response, Model model) {
        return page(
                Purpose.UNSUBSCRIBE,
                token,
                response,
                model,
                reader -> addresses.wantsNoMore(reader.subscription(), reader.address())
                        ? "unsubscribed"
                        : "unsubscribe");
    }

    @PostMapping(path = "/unsubscribe/{token}")
    String unsubscribe(@PathVariable String token, ServerHttpResponse response, Model model) {
        return page(Purpose.UNSUBSCRIBE, token, response, model, reader -> {
            addresses.unsubscribe(reader.subscription(), reader.address());
            return "unsubscribed";
        });
    }

    @PostMapping(path = "/unsubscribe/{token}/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String comeBack(@PathVariable String token, ServerHttpResponse response, Model model) {
        return page(Purpose.UNSUBSCRIBE, token, response, model, reader -> {
            addresses.comeBack(reader.subscription(), reader.address());
            return "confirmed";
        });
    }

    @GetMapping("/confirm/{token}")
    String askToConfirm(@PathVariable String token, ServerHttpResponse response, Model model) {
        return page(Purpose.CONFIRM, token, response, model, reader -> switch (addresses.standing(
                reader.subscription(), reader.address())) {
            case WANTS_MAIL -> "confirmed";
            case NOT_CONFIRMED, WANTS_NO_MORE -> "confirm";
        });
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String token, ServerHttpResponse response, Model model) {
        return page(Purpose.CONFIRM, token, response, model, reader -> {
            addresses.confirm(reader.subscription(), reader.address());
            return "confirmed";
        });
    }

    private interface Act {
        /** What the page says afterwards. */
        String on(Reader reader);
    }

    private String page(Purpose purpose, String token, ServerHttpResponse response, Model model, Act act) {
        var facts = links.read(purpose, token).filter(read -> read.size() == 2);
        if (facts.isEmpty()) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            model.addAttribute("step", "unknown");
            return "address";
        }
        var reader =
                new Reader(new SubscriptionId(facts.get().get(0)), facts.get().get(1));
        model.addAttribute("step", act.on(reader));
        model.addAttribute("address", reader.address());
        model.addAttribute("token", token);
        model.addAttribute(
                "subscription",
                subscriptions
                        .find(reader.subscription())
                        .map(Subscription::name)
                        .orElse(reader.subscription().value()));
        return "address";
    }
}
