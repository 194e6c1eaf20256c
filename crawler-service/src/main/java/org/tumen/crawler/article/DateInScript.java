package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tumen.crawler.dateline.WrittenDate;

/** The dates in the data that a page's scripts show the article from. */
final class DateInScript {

    private static final Pattern FIELD = Pattern.compile(
            "[\"']?(?:datePublished|date_?published|publishe?d?_?(?:date|time|at|on)|first_?published(?:_?at|date)?|pubDate|pub_date|publicationDate|published)[\"']?\\s*[:=]\\s*[\"']([^\"']{8,40})[\"']",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_SCRIPT = 300_000;
    private static final int LONGEST_FIELD = 80;

    /** So many show whether a script speaks of one article or of a list of them. */
    private static final int MOST = 10;

    private DateInScript() {}

    /** All names that the pattern knows have "ub" in them: scripts are long, and searching for that is fast. */
    static List<WrittenDate> of(String script, Function<String, Optional<WrittenDate>> reader) {
        var found = new ArrayList<WrittenDate>();
        var match = FIELD.matcher(script);
        int end = Math.min(script.length(), LONGEST_SCRIPT);
        for (int at = script.indexOf("ub");
                at >= 0 && at < end && found.size() < MOST;
                at = script.indexOf("ub", at + 1)) {
            int to = Math.min(script.length(), at + LONGEST_FIELD);
            if (match.region(Math.max(0, at - "first_p".length()), to).find()) {
                reader.apply(match.group(1)).ifPresent(found::add);
                at = Math.max(at, match.end());
            }
        }
        return found;
    }
}
