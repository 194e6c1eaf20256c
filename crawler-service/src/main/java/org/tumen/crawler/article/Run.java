package org.tumen.crawler.article;

/**
 * Text without a break in it.
 *
 * @param linked how many of its characters are in links
 */
record Run(String text, int linked) implements Part {}
