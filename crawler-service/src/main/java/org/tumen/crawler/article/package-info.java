/** From page to article: the title, the text in paragraphs, who wrote it and when, out of jsoup's tree. */
@NullMarked
package org.tumen.crawler.article;

import org.jspecify.annotations.NullMarked;
