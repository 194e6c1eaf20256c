package org.tumen.alert.preview;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.preview.Preview.Item;
import org.tumen.alert.preview.Preview.Sent;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.assessment.Evidence;

/** What the subscription in the text area would have been sent, for the page that it is written on. */
@Controller
class PreviewPage {

    private static final int EXAMPLES = 3;
    private static final int SHOWN = 50;
    private static final int LONGEST = 300;

    private final PreviewController previews;
    private final Clock clock;

    PreviewPage(PreviewController previews, Clock clock) {
        this.previews = previews;
        this.clock = clock;
    }

    /** What the form sends. */
    record Form(@Nullable String yaml) {}

    /** An alert that would have been sent, for people. */
    record Line(
            Moment at,
            String story,
            String title,
            String publisher,
            String news,
            int origins,
            List<String> findings,
            String reason,
            String words,
            String when,
            Moment whenAt) {}

    @PostMapping("/subscriptions/try")
    String tryOut(@ModelAttribute Form form, Model model) {
        try {
            var preview = previews.preview(
                    null, EXAMPLES, Subscriptions.proposal(Objects.requireNonNullElse(form.yaml(), "")));
            model.addAttribute("preview", preview);
            model.addAttribute("since", Moment.of(preview.since(), clock.instant()));
            model.addAttribute(
                    "lines",
                    preview.sent().reversed().stream()
                            .limit(SHOWN)
                            .map(this::line)
                            .toList());
            model.addAttribute("fault", null);
        } catch (ErrorResponseException problem) {
            model.addAttribute("fault", problem.getBody().getDetail());
        }
        return "preview";
    }

    private Line line(Sent sent) {
        Item item = sent.item();
        return new Line(
                Moment.of(item.publishedAt(), clock.instant()),
                sent.story().value(),
                DisplayText.line(item.title(), LONGEST),
                DisplayText.line(item.publisher(), LONGEST),
                sent.news().stream()
                        .map(news -> news.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                sent.origins(),
                sent.findings(),
                DisplayText.line(sent.reason(), LONGEST),
                sent.hits().stream()
                        .map(Evidence::quote)
                        .distinct()
                        .map(quote -> "“" + DisplayText.line(quote) + "”")
                        .collect(Collectors.joining(", ")),
                sent.when().words(),
                Moment.of(sent.when().at(), clock.instant()));
    }
}
