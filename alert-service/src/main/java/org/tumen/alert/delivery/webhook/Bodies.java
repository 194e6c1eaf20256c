package org.tumen.alert.delivery.webhook;

import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.Content.Gathered;
import org.tumen.alert.delivery.Channel.Content.Said;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.digest.DigestWriter;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.subscription.Subscription.Webhook.Format;

/** What is posted, in the form that the other side reads. */
@Component
class Bodies {

    private final SignedLinks links;

    Bodies(SignedLinks links) {
        this.links = links;
    }

    String of(Format format, Content content) {
        return switch (format) {
            case STANDARD ->
                switch (content) {
                    case Told told -> WebhookBody.of(told.alert());
                    case Gathered(var digest) -> DigestWriter.webhook(digest, WebhookBody.MOST_BYTES);
                    case Said said -> NoticeBody.of(said.notice());
                };
            case SLACK -> SlackForm.of(chat(content));
            case TEAMS -> TeamsForm.of(chat(content));
            case MATTERMOST -> MattermostForm.of(chat(content));
        };
    }

    private ChatMessage chat(Content content) {
        return switch (content) {
            case Told told -> {
                var event = told.alert().event();
                yield ChatMessage.of(
                        AlertView.of(told.alert(), event.hops()),
                        event.routes().getFirst().reason(),
                        links.to("/").orElse(null));
            }
            case Gathered(var digest) -> ChatMessage.of(digest, links.to("/").orElse(null));
            case Said said -> ChatMessage.of(said.notice());
        };
    }
}
