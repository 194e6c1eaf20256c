package org.tumen.crawler.charset;

import java.nio.charset.Charset;

/**
 * What a body says, and in which charset it said it.
 *
 * @param text without a byte order mark; bytes that mean nothing in the charset are U+FFFD
 */
public record DecodedText(String text, Charset charset) {}
