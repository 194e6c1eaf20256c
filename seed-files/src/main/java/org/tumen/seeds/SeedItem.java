package org.tumen.seeds;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One item of a file that is a list, read by itself: a fault in it leaves the other items as good as they are. */
public final class SeedItem<T> {

    private final ObjectMapper mapper;
    private final Path file;
    private final String place;
    private final JsonNode node;
    private final @Nullable T content;
    private final @Nullable InvalidSeedException fault;

    /** @param place the way to the item, {@code feeds[3]} */
    SeedItem(ObjectMapper mapper, Path file, String place, JsonNode node, Class<T> type) {
        this.mapper = mapper;
        this.file = file;
        this.place = place;
        this.node = node;
        T read = null;
        InvalidSeedException wrong = null;
        try {
            read = Objects.requireNonNull(mapper.treeToValue(node, type));
        } catch (JacksonException e) {
            var inItem = Faults.in(mapper, file, e);
            wrong = at(inItem.field(), Faults.problem(e), e);
        } catch (NullPointerException e) {
            wrong = at("", "no value (expected: keys and values)", e);
        }
        this.content = read;
        this.fault = wrong;
    }

    /** What is wrong with it; empty when it is as it must be. */
    public Optional<InvalidSeedException> fault() {
        return Optional.ofNullable(fault);
    }

    /** What it says; not to be asked for when there is a fault. */
    public T content() {
        return Objects.requireNonNull(content, "an item at fault has no content");
    }

    /** The text of a field, also of an item at fault; empty when there is none. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(node.path(field).asString(null));
    }

    /**
     * A fault that the item's own type does not show.
     *
     * @param field of the item; empty for all of it
     * @param problem what is wrong, and in brackets what was expected
     */
    public InvalidSeedException fault(String field, String problem) {
        return at(field, problem, null);
    }

    private InvalidSeedException at(String field, String problem, @Nullable Throwable cause) {
        var way = field.isEmpty() ? place : place + "." + field;
        var line = FieldLines.lineOf(mapper, file, way);
        return new InvalidSeedException(
                file, line == 0 ? FieldLines.lineOf(mapper, file, place) : line, way, problem, cause);
    }
}
