package org.tumen.bench.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.tumen.bench.labelled.LabelledItem;

/** An article as long as news is: several short labelled ones of a language put together, the title that of the first. */
record NewsArticle(String language, String title, String text) {

    static List<NewsArticle> of(List<LabelledItem> items, int together) {
        var byLanguage = new LinkedHashMap<String, List<LabelledItem>>();
        items.forEach(item ->
                byLanguage.computeIfAbsent(item.lang(), _ -> new ArrayList<>()).add(item));
        var articles = new ArrayList<NewsArticle>();
        byLanguage.forEach((language, ofLanguage) -> {
            for (var from = 0; from + together <= ofLanguage.size(); from += together) {
                var parts = ofLanguage.subList(from, from + together);
                articles.add(new NewsArticle(
                        language,
                        parts.getFirst().text().title(),
                        parts.stream().map(item -> item.text().text()).collect(Collectors.joining("\n"))));
            }
        });
        return articles;
    }
}
