package org.tumen.crawler.article;

import java.util.regex.Pattern;

/** Takes out of a page, before the article is looked for, what its names say is no part of one. */
final class Surroundings {

    /** A name is not believed against this share of the page's prose: whole pages are called "has-sidebar". */
    private static final double TOO_MUCH = 0.4;

    /** Readers often write more than the author did, and terms of use are longer than news. */
    private static final double FAR_TOO_MUCH = 0.92;

    /** Captions, dates and names are short. */
    private static final int LONGEST_LABEL = 400;

    private static final int FEWEST_SLIDES = 3;

    private static final Pattern COUNTED = Pattern.compile("^\\d{1,3} ?/ ?\\d{1,3}\\b");

    /** The sentence with which sites ask for consent; an article about cookies speaks of them in other words. */
    private static final Pattern COOKIES = Pattern.compile(
            "^(?=.{0,700}$).*(?:\\b(?:this|our|diese|unsere|ce|notre|este|nuestro|questo)\\s+(?:web)?(?:site|seite|sitio|sito)\\b.*\\bcookies?\\b"
                    + "|\\bwe (?:and our partners )?use\\b.{0,80}\\bcookies\\b"
                    + "|\\bcookies?\\b.{0,200}(?:\\baccept|\\bagree|\\bconsent|akzeptier|zustimm|\\bacepta|\\baccett))",
            Pattern.CASE_INSENSITIVE);

    private Surroundings() {}

    static void removeFrom(Block page) {
        removeFrom(page, page.prose());
        page.measure();
    }

    private static void removeFrom(Block block, double prose) {
        block.parts.removeIf(part -> switch (part) {
            case Run run ->
                run.text().contains("ookie") && COOKIES.matcher(run.text()).find();
            case Block child -> isForeign(child, prose) || isSlideShow(child);
        });
        block.blocks().forEach(child -> removeFrom(child, prose));
    }

    /** Pictures with their captions, counted: "1/50", "2/50", "3/50". */
    private static boolean isSlideShow(Block block) {
        var slides = block.blocks();
        return slides.size() >= FEWEST_SLIDES
                && slides.stream().limit(FEWEST_SLIDES).allMatch(slide -> {
                    var first = slide.firstRun();
                    return first != null
                            && Character.isDigit(first.text().charAt(0))
                            && COUNTED.matcher(first.text()).find();
                });
    }

    private static boolean isForeign(Block block, double pageProse) {
        return switch (block.purpose) {
            case FOREIGN -> block.prose() < TOO_MUCH * pageProse || pageProse == 0;
            case OVERLAY, COMMENTS -> block.prose() < FAR_TOO_MUCH * pageProse || pageProse == 0;
            case LABEL -> block.textLength() < LONGEST_LABEL && block.prose() < TOO_MUCH * pageProse;
            case ANY, ARTICLE, HIDDEN -> false;
        };
    }
}
