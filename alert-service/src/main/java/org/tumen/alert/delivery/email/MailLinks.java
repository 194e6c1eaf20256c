package org.tumen.alert.delivery.email;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.subscription.Subscription;

/** The links of a mail, made for the one address that it goes to. There are none where nobody can tell where they lead. */
@Component
class MailLinks {

    private final SignedLinks links;

    MailLinks(SignedLinks links) {
        this.links = links;
    }

    /** For each finding where to judge it; a verdict is chosen there with {@code &verdict=noise}. */
    List<URI> feedback(Dispatch dispatch, Alert alert) {
        var facts = List.of(alert.id().value(), dispatch.subscription().value(), dispatch.target());
        return links.to(Purpose.FEEDBACK, facts).stream()
                .flatMap(link -> IntStream.range(0, alert.event().findings().size())
                        .mapToObj(place -> URI.create(link + "?finding=" + place)))
                .toList();
    }

    Optional<URI> unsubscribe(Dispatch dispatch) {
        return links.to(Purpose.UNSUBSCRIBE, List.of(dispatch.subscription().value(), dispatch.target()));
    }

    /** Where its reader takes the alert on; none where nobody is called in, for then there is nothing to be taken on. */
    Optional<URI> acknowledge(Dispatch dispatch, Alert alert, Subscription subscription) {
        if (subscription.escalation() == null) {
            return Optional.empty();
        }
        var facts = List.of(alert.id().value(), dispatch.subscription().value(), dispatch.target());
        return links.to(Purpose.ACKNOWLEDGE, facts);
    }

    /** Where all of a story is; none of an alert from before there were stories. */
    Optional<URI> story(Alert alert) {
        return Optional.ofNullable(alert.event().story()).flatMap(story -> links.to("/stories/" + story.id()));
    }

    Optional<URI> page() {
        return links.to("/");
    }
}
