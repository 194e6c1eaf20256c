package org.tumen.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The header fields of an answer, byte for byte as ISO-8859-1; names in any case. Immutable. */
public final class Headers {

    private final TreeMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Headers(Map<String, List<String>> fields) {
        fields.forEach((name, values) -> this.fields.put(name, List.copyOf(values)));
    }

    /** The first value of a field; null when there is none. */
    public @Nullable String first(String name) {
        var values = all(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** All values of a field in their order. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
