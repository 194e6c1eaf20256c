package org.tumen.alert.delivery.webhook;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message for an incoming webhook of Slack (Block Kit). Other people's text stands in {@code plain_text} and in text
 * elements of {@code rich_text}, which Slack shows as it is: only {@code mrkdwn} knows mentions and links. The line of a
 * notification, which stands outside the blocks, is escaped as Slack asks.
 */
final class SlackForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Slack refuses a longer header. */
    private static final int LONGEST_HEADER = 150;

    private SlackForm() {}

    static String of(ChatMessage message) {
        var root = JSON.createObjectNode();
        root.put("text", escaped(message.news() == null ? message.title() : message.news() + " " + message.title()));
        root.put("mrkdwn", false).put("unfurl_links", false).put("unfurl_media", false);
        var blocks = root.putArray("blocks");
        var news = message.news();
        if (news != null) {
            text(section(blocks), news).putObject("style").put("bold", true);
        }
        plain(blocks.addObject().put("type", "header").putObject("text"), cut(message.title()));
        for (var part : message.sections()) {
            var line = section(blocks);
            if (!part.heading().isEmpty()) {
                text(line, part.heading()).putObject("style").put("bold", true);
                text(line, "\n");
            }
            text(line, String.join("\n", part.lines()));
            part.quotes().forEach(quote -> {
                var elements = elements(blocks)
                        .addObject()
                        .put("type", "rich_text_quote")
                        .putArray("elements");
                quote.forEach(piece -> {
                    var element = text(elements, piece.text());
                    if (piece.marked()) {
                        element.putObject("style").put("bold", true);
                    }
                });
            });
        }
        buttons(blocks, message);
        var context = blocks.addObject().put("type", "context").putArray("elements");
        message.closing().forEach(line -> plain(context.addObject(), line));
        return JSON.writeValueAsString(root);
    }

    private static void buttons(ArrayNode blocks, ChatMessage message) {
        var link = message.link();
        var page = message.page();
        if (link == null && page == null) {
            return;
        }
        var elements = blocks.addObject().put("type", "actions").putArray("elements");
        if (link != null) {
            plain(
                    elements.addObject()
                            .put("type", "button")
                            .put("url", link.toString())
                            .putObject("text"),
                    "Read at the source");
        }
        if (page != null) {
            plain(
                    elements.addObject()
                            .put("type", "button")
                            .put("url", page.toString())
                            .putObject("text"),
                    "All alerts");
        }
    }

    private static ArrayNode section(ArrayNode blocks) {
        return elements(blocks).addObject().put("type", "rich_text_section").putArray("elements");
    }

    private static ArrayNode elements(ArrayNode blocks) {
        return blocks.addObject().put("type", "rich_text").putArray("elements");
    }

    private static ObjectNode text(ArrayNode elements, String text) {
        return elements.addObject().put("type", "text").put("text", text);
    }

    private static void plain(ObjectNode node, String text) {
        node.put("type", "plain_text").put("text", text).put("emoji", false);
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_HEADER
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_HEADER - 1)) + "…";
    }

    /** Slack, "Formatting text for app surfaces", on escaping. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
