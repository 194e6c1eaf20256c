package org.tumen.crawler;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.tumen.model.start.DatabaseAway;
import org.tumen.seeds.InvalidSeedException;

/** Tells a fault in the configuration in one line, instead of the stack of a start that failed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConfigurationFault implements SpringBootExceptionReporter {

    /** {@code EX_CONFIG} of sysexits.h. */
    static final int EXIT_CODE = 78;

    @Override
    public boolean reportException(Throwable failure) {
        var fault = in(failure);
        if (fault != null) {
            System.err.println("Configuration error: " + fault);
        }
        return fault != null || DatabaseAway.in(failure) != null; // Who begins again tells that in a line.
    }

    /** What is wrong, in one line; null when the failure is of another kind. */
    static @Nullable String in(Throwable failure) {
        String found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case InvalidSeedException seed -> found = seed.getMessage();
                case BindValidationException invalid -> found = invalid(invalid);
                case BindException bind -> found = bind(bind);
                default -> {}
            }
        }
        return found;
    }

    private static String invalid(BindValidationException invalid) {
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> invalid.getValidationErrors().getName() + "."
                        + (error instanceof FieldError field ? field.getField() + ": " + field.getRejectedValue() : "")
                        + " (" + error.getDefaultMessage() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String bind(BindException bind) {
        var property = bind.getProperty();
        Throwable cause = bind;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return (property == null ? bind.getName() : property.getName() + ": " + property.getValue()) + " (expected: "
                + bind.getTarget().getType() + "; " + cause.getMessage() + ")";
    }
}
