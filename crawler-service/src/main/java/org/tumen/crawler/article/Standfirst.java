package org.tumen.crawler.article;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences between title and text that sum the article up. Many sites set them apart from the text; then they
 * stand before the main block, called a lead or the like, or say what the page's description says.
 */
final class Standfirst {

    private static final Pattern NAMES = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:lead|lede|leadin|lead-?text|excerpt|standfirst|stand-?first|(?:sub|second)-?title|sub-?head(?:line|ing)?|deck|dek"
                    + "|sommario|occhiello|bajada|entradilla|copete|chapo|chapeau|intro(?:duction)?|teaser-?text|vorspann|anreisser|summary"
                    + "|ingress|manchet|abstract|kicker-text|strapline|sapo|opener|perex|anons|annotation|sub-?header|preview-?text|headnote|vvodka|lid)(?:$|[\\s_-])");

    private static final int SHORTEST = 40;

    /** Where the names say what it is, a short line will do: "Билеты поступят в продажу с 10 июня". */
    private static final int SHORTEST_NAMED = 25;

    private static final int LONGEST = 900;

    private final Block main;
    private final String description;
    private @Nullable Block found;
    private boolean atMain;

    private Standfirst(Block main, @Nullable String description) {
        this.main = main;
        this.description = description == null || description.length() < SHORTEST ? "" : beginning(description);
    }

    /** Empty when there is none, or none outside the main block. */
    static Optional<String> before(Block main, Block page, @Nullable String description) {
        var search = new Standfirst(main, description);
        search.look(page);
        return Optional.ofNullable(search.found)
                .map(Block::text)
                .filter(text -> !main.text().contains(text.substring(0, Math.min(text.length(), SHORTEST))));
    }

    private void look(Block block) {
        for (var child : block.blocks()) {
            if (child.equals(main)) {
                atMain = true;
            }
            if (atMain) {
                return;
            }
            if (isStandfirst(child)) {
                found = child;
            } else {
                look(child);
            }
        }
    }

    private boolean isStandfirst(Block block) {
        if (block.textLength() < SHORTEST_NAMED || block.textLength() > LONGEST || block.linkDensity() > 0.2) {
            return false;
        }
        return NAMES.matcher(block.element.className()).find()
                || (block.textLength() >= SHORTEST
                        && !description.isEmpty()
                        && beginning(block.text()).equals(description));
    }

    private static String beginning(String text) {
        var letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).limit(30).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
