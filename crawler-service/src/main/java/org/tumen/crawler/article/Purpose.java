package org.tumen.crawler.article;

/** What an element's names say that it is for; where they say several things, the later constant counts. */
enum Purpose {
    /** Nothing in particular. */
    ANY,

    /** Date, names, caption: short lines about the article that are not its text. */
    LABEL,

    /** The body of an article. */
    ARTICLE,

    /** What surrounds articles: navigation, advertisements, links to more. */
    FOREIGN,

    /** What is laid over a page: questions for consent, invitations to subscribe. */
    OVERLAY,

    /** What readers wrote below the article. */
    COMMENTS,

    /** Not shown to a reader who looks at the page. */
    HIDDEN;

    /** Later constants outweigh earlier ones. */
    Purpose stronger(Purpose other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the names speak of something that is no part of the article's text. */
    boolean isOutside() {
        return this == LABEL || this == FOREIGN || this == OVERLAY || this == COMMENTS;
    }
}
