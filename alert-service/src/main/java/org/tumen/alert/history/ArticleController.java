package org.tumen.alert.history;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.history.ArticleList.Found;
import org.tumen.alert.history.ArticleList.Line;
import org.tumen.alert.page.Page;
import org.tumen.alert.problem.Problem;
import org.tumen.model.assessment.ArticleAssessed;

/** Articles that were assessed, and what was found in them, for programs. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ArticleController {

    private final ArticleList list;

    ArticleController(ArticleList list) {
        this.list = list;
    }

    /**
     * An article with all that was found.
     *
     * @param assessed as it stood on the topic, with text and evidence; null when it is not kept any more
     */
    record Whole(Line article, @Nullable ArticleAssessed assessed) {}

    /** Newest first. */
    @GetMapping("/articles")
    Page<Line> articles(
            @RequestParam(defaultValue = "") String feed,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return Page.of(list.after(Page.text(cursor), feed, Page.size(limit) + 1), limit, Line::id);
    }

    @GetMapping("/articles/{id}")
    ResponseEntity<Whole> article(@PathVariable String id) {
        var line = list.find(id).orElseThrow(() -> Problem.missing("there is no article " + id));
        return Page.tagged(new Whole(line, list.assessed(id).orElse(null)));
    }

    /** Newest first. */
    @GetMapping("/findings")
    Page<Found> findings(
            @RequestParam(defaultValue = "") String signal,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var after = FoundPlace.read(Page.text(cursor));
        return Page.of(
                list.found(signal, after, Page.size(limit) + 1),
                limit,
                found -> FoundPlace.of(found).text());
    }
}
