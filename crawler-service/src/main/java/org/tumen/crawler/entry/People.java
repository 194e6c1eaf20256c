package org.tumen.crawler.entry;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of those who wrote an entry, out of the ways in which feeds mix them with mail addresses. */
final class People {

    /** Longer is no name; and what is matched against patterns must have an end. */
    private static final int LONGEST_NAME = 300;

    /** The local part as long as RFC 5321 section 4.5.3.1.1 lets it be, and never tried twice. */
    private static final String MAIL = "[\\w.+-]{1,64}+@[\\w-]+(?:\\.[\\w-]+)+";

    private static final Pattern NAME_IN_BRACKETS = Pattern.compile("^<?(?:mailto:)?" + MAIL + ">?\\s*\\((.+)\\)$");
    private static final Pattern MAIL_BESIDE_NAME = Pattern.compile("[<(\\[]?(?:mailto:)?" + MAIL + "[>)\\]]?");

    private People() {}

    /** @param names of the elements that name people, the best first; all elements of the first that has any count */
    static @Nullable String in(FeedElement parent, String... names) {
        for (var name : names) {
            var found = parent.children(name)
                    .map(People::name)
                    .filter(person -> !person.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!found.isEmpty()) {
                return String.join(", ", found);
            }
        }
        return null;
    }

    private static String name(FeedElement person) {
        var name = person.text("name", "atom:name", "unknown:name", "title", "rdf:value");
        if (name != null) {
            return name(name);
        }
        var mail = person.text("email", "atom:email");
        if (mail != null) {
            return mail;
        }
        return person.element().getChildren().isEmpty() ? name(person.text()) : "";
    }

    static String name(String written) {
        var text = cut(written.strip()).replaceAll("\\s+", " ");
        if (text.indexOf('@') < 0) {
            return text;
        }
        var inBrackets = NAME_IN_BRACKETS.matcher(text);
        if (inBrackets.matches()) {
            return inBrackets.group(1).strip();
        }
        var withoutMail = MAIL_BESIDE_NAME.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        return withoutMail.isEmpty() ? text : withoutMail;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
