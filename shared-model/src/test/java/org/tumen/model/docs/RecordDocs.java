package org.tumen.model.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of a record says, read from its source. */
final class RecordDocs {

    private RecordDocs() {}

    /** The sentences before the first tag. */
    static String summary(Class<?> type) {
        return plain(javadoc(type).split("@param", -1)[0]);
    }

    /** The words after the tag of this component; null when there are none. */
    static @Nullable String param(Class<?> type, String name) {
        var words = Pattern.compile("@param " + name + "\\s(.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(javadoc(type));
        return words.find() ? plain(words.group(1)) : null;
    }

    private static String javadoc(Class<?> type) {
        var nest = type.getNestHost();
        var source = Path.of("src/main/java", nest.getName().replace('.', '/') + ".java");
        try {
            var doc = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public (?:sealed )?(?:record|enum|interface) "
                                    + type.getSimpleName() + "\\b",
                            Pattern.DOTALL)
                    .matcher(Files.readString(source));
            if (!doc.find()) {
                throw new IllegalStateException(source + ": no Javadoc on " + type.getSimpleName());
            }
            return doc.group(1).replaceAll("(?m)^\\s*\\*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
