package org.tumen.crawler.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that a document type gives to a few words or one character. Only what holds no other entity and no markup
 * counts, and only so much of it: nothing can grow out of that.
 */
final class DeclaredEntities {

    static final DeclaredEntities NONE = new DeclaredEntities(Map.of());

    private static final int MAX_ENTITIES = 100;

    /** In UTF-16 units, all places where they stand taken together. */
    private static final int MAX_EXPANDED = 100_000;

    private static final Pattern DECLARATION = Pattern.compile(
            "<!ENTITY\\s{1,9}(?<name>[A-Za-z][A-Za-z0-9]{0,30})\\s{1,9}[\"'](?<value>&#x?[0-9a-fA-F]{1,7};|[^&%<\"']{1,200})[\"']\\s{0,9}>");

    private final Map<String, String> values;
    private int left = MAX_EXPANDED;

    private DeclaredEntities(Map<String, String> values) {
        this.values = values;
    }

    static DeclaredEntities in(String doctype) {
        var values = new HashMap<String, String>();
        var declaration = DECLARATION.matcher(doctype);
        while (declaration.find() && values.size() < MAX_ENTITIES) {
            values.putIfAbsent(declaration.group("name"), declaration.group("value"));
        }
        return new DeclaredEntities(values);
    }

    /** Empty when the document did not declare it, or uses it without end. */
    Optional<String> meaning(String name) {
        var value = values.get(name);
        if (value == null || value.length() > left) {
            return Optional.empty();
        }
        left -= value.length();
        return Optional.of(value);
    }
}
