package org.tumen.alert;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.validation.FieldError;
import org.tumen.alert.access.gate.InTheClear;
import org.tumen.model.start.DatabaseAway;
import org.tumen.seeds.InvalidSeedException;

/** Says in one line on stderr what is wrong with the configuration; other failures are told as Spring tells them. */
final class ConfigurationErrors implements SpringBootExceptionReporter {

    /** {@code EX_CONFIG} of sysexits.h. */
    private static final int CONFIGURATION = 78;

    ConfigurationErrors(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var message = message(failure);
        message.ifPresent(line -> System.err.println("Configuration error: " + line));
        return message.isPresent() || DatabaseAway.in(failure) != null; // Who begins again tells that in a line.
    }

    /** Tells it, and gives the exit code. */
    static int tell(InvalidSeedException fault) {
        System.err.println("Configuration error: " + fault.getMessage());
        return CONFIGURATION;
    }

    static int exitCode(Throwable failure) {
        return message(failure).isPresent() ? CONFIGURATION : 1;
    }

    private static Optional<String> message(Throwable failure) {
        Optional<String> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case InvalidSeedException seed -> {
                    return Optional.of(String.valueOf(seed.getMessage()));
                }
                case InTheClear exposed -> {
                    return Optional.of(String.valueOf(exposed.getMessage()));
                }
                case BindValidationException invalid -> {
                    return Optional.of(firstError(invalid));
                }
                case BindException bind -> found = Optional.of(bindMessage(bind));
                default -> {
                    // The cause of the cause may tell.
                }
            }
        }
        return found;
    }

    private static String firstError(BindValidationException invalid) {
        var errors = invalid.getValidationErrors();
        var error = errors.getAllErrors().getFirst();
        return error instanceof FieldError field
                ? errors.getName() + "." + field.getField() + ": " + field.getRejectedValue() + " ("
                        + field.getDefaultMessage() + ")"
                : errors.getName() + ": " + error.getDefaultMessage();
    }

    private static String bindMessage(BindException bind) {
        var property = bind.getProperty();
        return property == null
                ? bind.getName() + ": " + innermost(bind)
                : property.getName() + ": " + property.getValue() + " (" + innermost(bind) + ")";
    }

    private static String innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("not of the right kind");
    }
}
