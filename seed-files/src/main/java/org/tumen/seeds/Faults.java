package org.tumen.seeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what Jackson found wrong in the words of the file's author: file, line, field, what is allowed. */
final class Faults {

    private Faults() {}

    static InvalidSeedException in(ObjectMapper mapper, Path file, JacksonException e) {
        return new InvalidSeedException(file, line(mapper, file, e), path(e), problem(e), e);
    }

    /** The parser may be a token further than the key at fault: then the file is asked where the key stands. */
    private static int line(ObjectMapper mapper, Path file, JacksonException e) {
        var ofField = e instanceof MismatchedInputException ? FieldLines.lineOf(mapper, file, path(e)) : 0;
        var location = e.getLocation();
        return ofField > 0 || location == null ? ofField : Math.max(0, location.getLineNr());
    }

    static String problem(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "unknown key (expected: one of "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ")";
            case InvalidFormatException format -> "\"" + format.getValue() + "\" (expected: " + expected(format) + ")";
            case ValueInstantiationException refused -> innermostMessage(refused);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            default -> firstLine(e.getOriginalMessage());
        };
    }

    private static String expected(InvalidFormatException format) {
        var type = format.getTargetType();
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getFields())
                    .filter(field -> field.isEnumConstant())
                    .map(field -> {
                        var name = field.getAnnotation(JsonProperty.class);
                        return name == null ? field.getName() : name.value();
                    })
                    .collect(Collectors.joining(", "));
        }
        var message = firstLine(format.getOriginalMessage());
        var reason = message.lastIndexOf(": ");
        return reason < 0 ? message : message.substring(reason + 2);
    }

    private static String mismatch(MismatchedInputException mismatch) {
        var message = firstLine(mismatch.getOriginalMessage());
        if (message.startsWith("Missing required creator property")) {
            return "missing (expected: a value for "
                    + message.substring(message.indexOf('\''), message.lastIndexOf('\'') + 1) + ")";
        }
        if (message.startsWith("No content to map")) {
            return "empty (expected: YAML)";
        }
        if (message.startsWith("Invalid `null` value")) {
            return "no value (expected: one)";
        }
        var type = mismatch.getTargetType();
        return "of the wrong kind (expected: " + (type == null ? "another" : type.getSimpleName()) + ")";
    }

    private static String innermostMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return firstLine(cause.getMessage());
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
