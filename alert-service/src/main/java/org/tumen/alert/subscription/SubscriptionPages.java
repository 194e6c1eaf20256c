package org.tumen.alert.subscription;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.subscription.SubscriptionFile.Entry;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.SeedFile;

/** {@code /subscriptions}: who is told what; writing one in YAML, as the files have it, and keeping it. */
@Controller
class SubscriptionPages {

    private static final String EXAMPLE = """
            id: triangle-desk
            name: Triangle desk
            filter:
              signals: [treaty-move, protocol-snub]   # ids of seeds/signals; left out: all
              dyads: [DPRK-PRC, DPRK-RUS]             # either way; "RUS>DPRK" from giver to receiver
              minScore: 0.5
              # text: '("fuel oil" OR crude) ship* NOT price'
            email: [desk@example.org]
            """;

    private static final int SHOWN = 100;

    private final Subscriptions subscriptions;
    private final SubscriptionStore store;
    private final StoredSubscriptions stored;
    private final SubscriptionController rest;

    SubscriptionPages(
            Subscriptions subscriptions,
            SubscriptionStore store,
            StoredSubscriptions stored,
            SubscriptionController rest) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.stored = stored;
        this.rest = rest;
    }

    /**
     * A subscription in the list.
     *
     * @param filter as YAML; empty for one that wants everything
     * @param targets addresses, and the host of a webhook
     * @param file null for one that was written here or by REST
     */
    record Row(
            String id,
            String name,
            String filter,
            List<String> targets,
            @Nullable String file) {}

    /**
     * What the form sends.
     *
     * @param tag of the state that was changed; null for a new one
     */
    record Form(@Nullable String yaml, @Nullable String tag) {}

    /** @param q what the id or the name has, whatever its case */
    @GetMapping("/subscriptions")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        stored.refresh();
        var sought = q.strip().toLowerCase(Locale.ROOT);
        var found = subscriptions.allKept().stream()
                .filter(kept -> kept.entry().id().value().contains(sought)
                        || kept.entry().name().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        model.addAttribute("q", q.strip());
        model.addAttribute("found", found.size());
        model.addAttribute(
                "rows", found.stream().limit(SHOWN).map(SubscriptionPages::row).toList());
        model.addAttribute("faults", subscriptions.faults());
        return "subscriptions";
    }

    @GetMapping("/subscriptions/new")
    String begin(Model model) {
        return editor(model, null, EXAMPLE, null, null);
    }

    @GetMapping("/subscriptions/{id}")
    String edit(@PathVariable String id, @RequestParam(required = false) @Nullable String saved, Model model) {
        stored.refresh();
        var kept = subscriptions.kept(idOf(id)).orElseThrow(() -> missing(id));
        var tag = kept.file() == null
                ? store.find(idOf(id))
                        .map(one -> Precondition.tag(one.change()))
                        .orElse(null)
                : null;
        model.addAttribute("saved", saved != null);
        model.addAttribute(
                "file", kept.file() == null ? null : String.valueOf(kept.file().getFileName()));
        return editor(model, id, SeedFile.yaml(kept.entry().withoutSecrets()), tag, null);
    }

    /** What is there already is changed only by whoever has seen its last state. */
    @PostMapping("/subscriptions")
    String save(
            @AuthenticationPrincipal Caller caller,
            @ModelAttribute Form form,
            Change trail,
            ServerHttpResponse response,
            Model model) {
        var yaml = Objects.requireNonNullElse(form.yaml(), "");
        var tag = form.tag() == null || form.tag().isBlank() ? null : form.tag();
        try {
            var entry = Subscriptions.written(yaml);
            rest.put(caller, entry.id().value(), tag, tag == null ? "*" : null, SeedFile.json(entry), trail);
            return "redirect:/subscriptions/" + entry.id() + "?saved=yes";
        } catch (SubscriptionProblem problem) {
            response.setStatusCode(problem.getStatusCode());
            return editor(model, null, yaml, tag, words(problem, tag));
        }
    }

    @PostMapping("/subscriptions/{id}/delete")
    String delete(@AuthenticationPrincipal Caller caller, @PathVariable String id, Change trail) {
        try {
            rest.delete(caller, id, null, trail);
        } catch (SubscriptionProblem problem) {
            throw new ResponseStatusException(
                    problem.getStatusCode(), problem.getBody().getDetail(), problem);
        }
        return "redirect:/subscriptions";
    }

    private static String words(SubscriptionProblem problem, @Nullable String tag) {
        if (problem.getStatusCode().isSameCodeAs(HttpStatus.PRECONDITION_FAILED)) {
            return tag == null
                    ? "There is a subscription of this id already; open it from the list to change it."
                    : "Somebody has changed it meanwhile; open it again to see how it is now.";
        }
        return String.valueOf(problem.getBody().getDetail());
    }

    private static String editor(
            Model model, @Nullable String id, String yaml, @Nullable String tag, @Nullable String fault) {
        model.addAttribute("id", id);
        model.addAttribute("yaml", yaml);
        model.addAttribute("tag", tag);
        model.addAttribute("fault", fault);
        return "subscription";
    }

    private static Row row(Kept kept) {
        Entry entry = kept.entry();
        var targets = new ArrayList<String>(Objects.requireNonNullElse(entry.email(), List.of()));
        if (entry.webhook() != null) {
            targets.add("webhook " + URI.create(entry.webhook().url()).getRawAuthority());
        }
        return new Row(
                entry.id().value(),
                entry.name(),
                entry.filter() == null ? "" : SeedFile.yaml(entry.filter()),
                targets,
                kept.file() == null ? null : String.valueOf(kept.file().getFileName()));
    }

    private static SubscriptionId idOf(String id) {
        try {
            return new SubscriptionId(id);
        } catch (IllegalArgumentException _) {
            throw missing(id);
        }
    }

    private static ResponseStatusException missing(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no subscription " + id);
    }
}
