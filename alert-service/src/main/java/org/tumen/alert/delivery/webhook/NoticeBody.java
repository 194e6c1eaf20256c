package org.tumen.alert.delivery.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.notice.Notice;
import tools.jackson.databind.json.JsonMapper;

/** A notice as it is posted in the standard form: {@code operations.trouble} or {@code operations.recovery}. */
record NoticeBody(String type, Instant timestamp, Data data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param about feed, lag, dead-letter or endpoint
     * @param follows the id of the notice of trouble that this one ends; null when it ends none
     * @param action where the reader can do something; null when there is nothing
     */
    record Data(
            String id,
            String about,
            String title,
            List<String> lines,
            @Nullable String follows,
            @Nullable URI action) {}

    static String of(Notice notice) {
        var action = notice.action();
        return JSON.writeValueAsString(new NoticeBody(
                "operations." + notice.tone().word(),
                notice.at(),
                new Data(
                        notice.id(),
                        notice.about().word(),
                        notice.title(),
                        notice.lines(),
                        notice.follows(),
                        action == null ? null : action.link())));
    }
}
