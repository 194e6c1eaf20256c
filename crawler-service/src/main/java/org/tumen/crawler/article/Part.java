package org.tumen.crawler.article;

/** A piece of a block: a run of text or a smaller block. */
sealed interface Part permits Block, Run {}
