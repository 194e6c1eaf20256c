package org.tumen.alert.delivery.webhook;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message for a Teams workflow that posts to a channel: an Adaptive Card. Other people's text stands in text runs of a
 * {@code RichTextBlock}, which know no Markdown (Adaptive Cards, TextRun), and mentions need entities, of which there are none.
 */
final class TeamsForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TeamsForm() {}

    static String of(ChatMessage message) {
        var root = JSON.createObjectNode().put("type", "message");
        var attachment = root.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
        var card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.putObject("msteams").put("width", "Full");
        var body = card.putArray("body");
        var news = message.news();
        if (news != null) {
            var box = body.addObject().put("type", "Container").put("style", colour(message.tone()));
            run(inlines(box.putArray("items")), news).put("weight", "Bolder");
        }
        run(inlines(body), message.title()).put("weight", "Bolder").put("size", "Large");
        for (var part : message.sections()) {
            if (!part.heading().isEmpty()) {
                run(spaced(body), part.heading()).put("weight", "Bolder");
            }
            part.lines().forEach(line -> run(inlines(body), line).put("isSubtle", true));
            part.quotes().forEach(quote -> {
                var box = body.addObject().put("type", "Container").put("style", "emphasis");
                var inlines = inlines(box.putArray("items"));
                quote.forEach(piece -> {
                    var run = run(inlines, piece.text());
                    if (piece.marked()) {
                        run.put("highlight", true);
                    }
                });
            });
        }
        message.closing()
                .forEach(line -> run(inlines(body), line).put("size", "Small").put("isSubtle", true));
        buttons(card, message);
        return JSON.writeValueAsString(root);
    }

    private static String colour(String tone) {
        return tone.equals("correction") ? "attention" : "good";
    }

    private static void buttons(ObjectNode card, ChatMessage message) {
        var actions = card.putArray("actions");
        var link = message.link();
        if (link != null) {
            actions.addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "Read at the source")
                    .put("url", link.toString());
        }
        var page = message.page();
        if (page != null) {
            actions.addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "All alerts")
                    .put("url", page.toString());
        }
    }

    private static ArrayNode spaced(ArrayNode body) {
        var block = body.addObject().put("type", "RichTextBlock").put("spacing", "Medium");
        return block.putArray("inlines");
    }

    private static ArrayNode inlines(ArrayNode body) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines");
    }

    private static ObjectNode run(ArrayNode inlines, String text) {
        return inlines.addObject().put("type", "TextRun").put("text", text);
    }
}
