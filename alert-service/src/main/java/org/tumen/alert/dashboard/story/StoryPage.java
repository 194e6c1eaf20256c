package org.tumen.alert.dashboard.story;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.model.alert.AlertId;
import org.tumen.model.article.ArticleId;

/** {@code /stories/ID}, and the text of each of its articles. */
@Controller
class StoryPage {

    private final StoryReader reader;
    private final TakingOn takingOn;

    StoryPage(StoryReader reader, TakingOn takingOn) {
        this.reader = reader;
        this.takingOn = takingOn;
    }

    @GetMapping("/stories/{id}")
    String story(@PathVariable String id, Model model) {
        var story = reader.find(id).orElseThrow(StoryPage::missing);
        model.addAttribute("story", story);
        takingOn.describe(new AlertId(story.alert().id()), model);
        return "story";
    }

    @GetMapping("/stories/{id}/articles/{article}")
    String article(
            @PathVariable String id,
            @PathVariable String article,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        if (!article.matches("[0-9a-f]{64}")) {
            throw missing();
        }
        var text = reader.text(id, new ArticleId(article)).orElseThrow(StoryPage::missing);
        model.addAttribute("text", text);
        model.addAttribute("storyId", id);
        return part == null ? "article" : "article-text :: text";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such story (any more)");
    }
}
