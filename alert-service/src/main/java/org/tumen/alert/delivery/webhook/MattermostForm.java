package org.tumen.alert.delivery.webhook;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tumen.alert.present.AlertView.PieceView;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message for an incoming webhook of Mattermost: an attachment. All its texts are read as Markdown and for mentions, so in
 * other people's text what Markdown means something by is escaped, and an @ is followed by a character that is not seen and
 * ends the name of a mention.
 */
final class MattermostForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** CommonMark 0.31 section 2.4: any of these stands for itself after a backslash. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]()~|#!]");

    private static final String WORD_JOINER = "\u2060";

    private MattermostForm() {}

    static String of(ChatMessage message) {
        var root = JSON.createObjectNode().put("username", "Tumen");
        var attachment = root.putArray("attachments").addObject();
        attachment.put("fallback", escaped(message.title())).put("color", colour(message.tone()));
        var news = message.news();
        if (news != null) {
            attachment.put("pretext", "**" + escaped(news) + "**");
        }
        attachment.put("title", escaped(message.title()));
        var link = message.link();
        if (link != null) {
            attachment.put("title_link", link.toString());
        }
        var page = message.page();
        var end = page == null ? "" : "\n\n[All alerts](" + page + ")";
        attachment.put(
                "text",
                message.sections().stream().map(MattermostForm::section).collect(Collectors.joining("\n\n")) + end);
        attachment.put(
                "footer",
                message.closing().stream().map(MattermostForm::escaped).collect(Collectors.joining(" · ")));
        return JSON.writeValueAsString(root);
    }

    private static String section(ChatMessage.Section section) {
        var heading = section.heading().isEmpty() ? "" : "**" + escaped(section.heading()) + "**\n";
        var quotes = section.quotes().stream()
                .map(quote -> "\n> " + quote.stream().map(MattermostForm::piece).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        var lines = section.lines().stream().map(MattermostForm::escaped).collect(Collectors.joining("\n"));
        return heading + lines + quotes;
    }

    /** Bold text must not begin or end with a space: Markdown would show the asterisks. */
    private static String piece(PieceView piece) {
        var text = escaped(piece.text());
        return piece.marked() && !text.isBlank() ? "**" + text.strip() + "**" : text;
    }

    private static String colour(String tone) {
        return switch (tone) {
            case "correction" -> "#a63d1f";
            case "support" -> "#0f6b5c";
            default -> "#1f5f74";
        };
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text)
                .replaceAll("\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + WORD_JOINER);
    }
}
