package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Which of two elements comes first on a page. */
final class Order {

    private Order() {}

    /** Also true of what is inside the other element. */
    static boolean isBehind(Element element, Element other) {
        var path = path(element);
        var otherPath = path(other);
        for (int i = 0; i < Math.min(path.size(), otherPath.size()); i++) {
            int difference = Integer.compare(path.get(i), otherPath.get(i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return path.size() >= otherPath.size();
    }

    private static List<Integer> path(Element element) {
        var path = new ArrayList<Integer>();
        for (Element at = element; at.parent() != null; at = at.parent()) {
            path.add(at.siblingIndex());
        }
        return path.reversed();
    }
}
