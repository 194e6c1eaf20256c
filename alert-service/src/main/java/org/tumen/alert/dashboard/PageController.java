package org.tumen.alert.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page at /, and the older alerts that it asks for. */
@Controller
class PageController {

    private static final int PAGE = 30;

    private final Cards cards;

    PageController(Cards cards) {
        this.cards = cards;
    }

    @GetMapping("/")
    String page(Model model) {
        fill(model, Long.MAX_VALUE);
        return "alerts";
    }

    @GetMapping("/alerts")
    String older(@RequestParam long before, Model model) {
        fill(model, before);
        return "card :: list";
    }

    private void fill(Model model, long before) {
        var page = cards.before(before, PAGE);
        model.addAttribute("cards", page);
        model.addAttribute("older", page.size() == PAGE ? page.getLast().position() : null);
    }
}
