package org.tumen.alert.feed;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /feeds}: how the feeds are doing. Which there are is said in YAML, where the crawler reads it (docs/adr/0027). */
@Controller
class FeedsPage {

    private final FeedTable table;

    FeedsPage(FeedTable table) {
        this.table = table;
    }

    @GetMapping("/feeds")
    String feeds(Model model) {
        var feeds = table.all();
        model.addAttribute("feeds", feeds);
        model.addAttribute("days", FeedTable.DAYS);
        model.addAttribute(
                "troubled", feeds.stream().filter(feed -> feed.rank() < 4).count());
        return "feeds";
    }
}
