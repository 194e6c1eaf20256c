package org.tumen.alert.trace;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /trace}: what became of an article. */
@Controller
class TracePage {

    /** No address of an article is longer. */
    private static final int LONGEST = 4_000;

    private final Trace trace;

    TracePage(Trace trace) {
        this.trace = trace;
    }

    @GetMapping("/trace")
    String trace(@RequestParam(defaultValue = "") String url, Model model) {
        var asked = url.strip();
        model.addAttribute("url", asked);
        model.addAttribute("way", asked.isEmpty() || asked.length() > LONGEST ? null : trace.of(asked));
        return "trace";
    }
}
