package org.tumen.stack.alerts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Ports;
import tools.jackson.databind.JsonNode;

/** Deliveries that were given up, listed and tried again. */
public final class DeadLetters {

    private static final String ALL = "all";

    private final AlertApi api;
    private final Terminal terminal;

    public DeadLetters(Ports ports, OperatorTokens tokens, Terminal terminal) {
        this.api = new AlertApi(ports, tokens);
        this.terminal = terminal;
    }

    /** Newest first. */
    public void list(int most) {
        var page = api.get("/api/v1/deliveries?state=dead&limit=" + most);
        var deliveries = page.path("items");
        if (deliveries.isEmpty()) {
            terminal.line("No delivery is dead.");
            return;
        }
        for (var delivery : deliveries) {
            terminal.line(terminal.strong(word(delivery, "id")) + "  " + word(delivery, "channel") + " to "
                    + word(delivery, "target") + " for " + word(delivery, "subscription"));
            terminal.line("  " + word(delivery, "about"));
            terminal.line("  "
                    + terminal.dim(word(delivery, "settled") + ", "
                            + delivery.path("attempts").asInt() + " attempts: " + word(delivery, "reason")));
        }
        if (page.path("next").isString()) {
            terminal.line("There are more; --limit shows up to 200.");
        }
    }

    /** Tries them again, under the ids that they have; {@code all} for every one. */
    public void replay(List<String> ids) {
        if (ids.contains(ALL)) {
            tell(api.post("/api/v1/deliveries/replay").path("replayed").asLong());
            return;
        }
        for (var id : ids) {
            api.post("/api/v1/deliveries/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/replay");
        }
        tell(ids.size());
    }

    private void tell(long number) {
        terminal.line(number + (number == 1 ? " delivery is" : " deliveries are") + " tried again.");
    }

    private static String word(JsonNode delivery, String name) {
        return delivery.path(name).asString("");
    }
}
