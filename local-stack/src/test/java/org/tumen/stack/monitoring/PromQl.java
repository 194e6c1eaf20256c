package org.tumen.stack.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What can be told of an expression without a Prometheus: whether its brackets match, and which metrics it asks for. */
record PromQl(String text) {

    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern WITHOUT_METRICS =
            Pattern.compile("\\{[^}]*}|\\[[^\\]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*(?!\\w|\\s*\\()");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring");

    /** Names of metrics as a service exposes them, those of Prometheus itself left out. */
    Set<String> metrics() {
        var names = new TreeSet<String>();
        var bare =
                WITHOUT_METRICS.matcher(STRING.matcher(text).replaceAll("\"\"")).replaceAll(" ");
        var found = NAME.matcher(bare);
        while (found.find()) {
            names.add(found.group());
        }
        names.removeAll(WORDS);
        names.remove("up");
        return names;
    }

    /** Empty when every bracket is closed in its turn; else what is wrong. */
    String brackets() {
        var open = new StringBuilder();
        for (var c : STRING.matcher(text).replaceAll("").toCharArray()) {
            switch (c) {
                case '(' -> open.append(')');
                case '{' -> open.append('}');
                case '[' -> open.append(']');
                case ')', '}', ']' -> {
                    if (open.isEmpty() || open.charAt(open.length() - 1) != c) {
                        return "an unexpected " + c;
                    }
                    open.setLength(open.length() - 1);
                }
                case '"' -> {
                    return "a text without its end";
                }
                default -> {} // Stands for itself.
            }
        }
        return open.isEmpty() ? "" : "without its " + open.reverse();
    }
}
