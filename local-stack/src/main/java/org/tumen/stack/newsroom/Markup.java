package org.tumen.stack.newsroom;

/** Text made safe for XML and HTML, so that a hostile title reaches the reader as the text that it is. */
final class Markup {

    private Markup() {}

    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\r' -> safe.append("&#13;");
                case '\n' -> safe.append("&#10;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
