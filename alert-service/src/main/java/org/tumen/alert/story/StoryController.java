package org.tumen.alert.story;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.page.Page;
import org.tumen.alert.problem.Problem;
import org.tumen.alert.story.StoryList.Line;
import org.tumen.alert.story.StoryList.Member;

/** Stories for programs; the alerts on one are in the list of alerts. */
@RestController
@RequestMapping(path = "/api/v1/stories", produces = MediaType.APPLICATION_JSON_VALUE)
class StoryController {

    private static final int MOST_MEMBERS = 500;

    private final StoryList list;

    StoryController(StoryList list) {
        this.list = list;
    }

    /** A story with its articles, in the order in which they came. */
    record Story(Line story, List<Member> members) {}

    /** The one with the newest article first. */
    @GetMapping
    Page<Line> stories(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        return Page.of(list.after(Page.text(cursor), Page.size(limit) + 1), limit, Line::id);
    }

    @GetMapping("/{id}")
    ResponseEntity<Story> story(@PathVariable String id) {
        var line = list.find(id).orElseThrow(() -> Problem.missing("there is no story " + id));
        return Page.tagged(new Story(line, list.members(id, MOST_MEMBERS)));
    }
}
