package org.tumen.crawler.article;

/**
 * Text without a break in it.
 *
 * @param linked how many of its characters are in links
 * @param prose how much it looks like running text, as Arc90's Readability weighs it: its length up to 300 characters,
 *     and its commas; 0 for short and for linked text
 */
record Run(String text, int linked, double prose) implements Part {

    private static final int SHORTEST_PROSE = 25;

    Run(String text, int linked) {
        this(text, linked, weigh(text, linked));
    }

    private static double weigh(String text, int linked) {
        int wide = 0;
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '،' || c == '、' || c == '，' || c == '。' || c == '؛') {
                commas++;
            } else if (isWide(c)) {
                wide++;
            }
        }
        // A character of Chinese, Japanese or Korean says as much as two or three Latin ones.
        double length = text.length() + 1.5 * wide - 2.0 * linked;
        return length < SHORTEST_PROSE ? 0 : 1 + Math.min(length / 100, 3) + Math.min(commas, 10);
    }

    private static boolean isWide(char c) {
        return c >= 0x1100 && (c <= 0x11FF || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF));
    }
}
