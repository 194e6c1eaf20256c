package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is documented.
 *
 * @param body null for none
 */
record Example(
        String method,
        String path,
        Map<String, String> headers,
        int status,
        @Nullable String body) {

    private static final Pattern EXAMPLE =
            Pattern.compile("(GET|POST|PUT|DELETE) (/\\S+)(?: (If-Match|If-None-Match): (\\S+))? → (\\d{3})");

    /** Those of the document, in its order. */
    static List<Example> all() throws IOException {
        var lines = Files.readAllLines(Path.of("../docs/api.md"));
        var examples = new ArrayList<Example>();
        for (var i = 0; i < lines.size(); i++) {
            var said = EXAMPLE.matcher(lines.get(i));
            if (said.matches()) {
                var next = lines.get(i + 1);
                examples.add(new Example(
                        said.group(1),
                        said.group(2),
                        said.group(3) == null ? Map.of() : Map.of(said.group(3), said.group(4)),
                        Integer.parseInt(said.group(5)),
                        next.startsWith("{") ? next : null));
            }
        }
        assertThat(examples).hasSizeGreaterThan(40);
        return examples;
    }

    Example with(Map<String, String> ids) {
        var here = path;
        var sent = body;
        for (var id : ids.entrySet()) {
            here = here.replace(id.getKey(), id.getValue());
            sent = sent == null ? null : sent.replace(id.getKey(), id.getValue());
        }
        return new Example(method, here, headers, status, sent);
    }

    String route() {
        return path.replaceAll("\\?.*", "");
    }

    /** Whether it is meant to change something. */
    boolean isAChange() {
        return !method.equals("GET") && !path.contains("/preview");
    }
}
