package org.tumen.alert.feed;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.problem.Problem;

/** {@code /feeds}: how the feeds are doing; adding one, pausing and removing them (docs/adr/0037). */
@Controller
class FeedsPage {

    private final FeedTable table;
    private final FeedChanges changes;

    FeedsPage(FeedTable table, FeedChanges changes) {
        this.table = table;
        this.changes = changes;
    }

    @GetMapping("/feeds")
    String feeds(@ModelAttribute FeedForm form, Model model) {
        return page(form, null, model);
    }

    @PostMapping("/feeds")
    String add(
            @AuthenticationPrincipal Caller caller,
            @ModelAttribute FeedForm form,
            Change trail,
            ServerHttpResponse response,
            Model model) {
        try {
            changes.put(form.idOrNothing(), form.json(), Precondition.NONE, caller, trail);
            return "redirect:/feeds";
        } catch (Problem problem) {
            response.setStatusCode(problem.getStatusCode());
            return page(form, problem, model);
        }
    }

    @PostMapping("/feeds/{id}/pause")
    String pause(@AuthenticationPrincipal Caller caller, @PathVariable String id, Change trail) {
        changes.pause(id, true, Precondition.NONE, caller, trail);
        return "redirect:/feeds";
    }

    @PostMapping("/feeds/{id}/resume")
    String resume(@AuthenticationPrincipal Caller caller, @PathVariable String id, Change trail) {
        changes.pause(id, false, Precondition.NONE, caller, trail);
        return "redirect:/feeds";
    }

    @PostMapping("/feeds/{id}/remove")
    String remove(@PathVariable String id, Change trail) {
        changes.remove(id, Precondition.NONE, trail);
        return "redirect:/feeds";
    }

    private String page(FeedForm form, @Nullable Problem problem, Model model) {
        var feeds = table.all();
        model.addAttribute("feeds", feeds);
        model.addAttribute("days", FeedTable.DAYS);
        model.addAttribute(
                "troubled", feeds.stream().filter(FeedRow::isTroubled).count());
        model.addAttribute("form", form);
        model.addAttribute("fault", problem == null ? null : problem.getBody().getDetail());
        model.addAttribute("faultField", problem == null ? "" : field(problem));
        return "feeds";
    }

    private static String field(Problem problem) {
        var members = Objects.requireNonNullElse(problem.getBody().getProperties(), Map.<String, Object>of());
        return String.valueOf(members.getOrDefault("field", ""));
    }
}
