package org.tumen.seeds;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that people write is not as it must be. The message is one line: file, line, field, what is wrong and allowed. */
public final class InvalidSeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;
    private final String problem;

    /**
     * @param line one-based; 0 when the fault is not at one line
     * @param field the way to the field, {@code feeds[3].every}; empty for the file as a whole
     * @param problem what is wrong, and in brackets what was expected
     */
    public InvalidSeedException(Path file, int line, String field, String problem, @Nullable Throwable cause) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + problem, cause);
        this.file = file.toString();
        this.line = line;
        this.field = field;
        this.problem = problem;
    }

    public Path file() {
        return Path.of(file);
    }

    /** One-based; 0 when the fault is not at one line. */
    public int line() {
        return line;
    }

    /** Empty for the file as a whole. */
    public String field() {
        return field;
    }

    /** What is wrong, and in brackets what was expected. */
    public String problem() {
        return problem;
    }
}
