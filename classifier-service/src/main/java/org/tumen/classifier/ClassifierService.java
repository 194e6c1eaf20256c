package org.tumen.classifier;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.Micronaut;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.commandline.AssessCommand;
import org.tumen.classifier.replay.ReplayCommand;
import org.tumen.seeds.InvalidSeedException;

/** Starts the service, or hands over to the command line when the first word is {@code assess} or {@code replay}. */
public final class ClassifierService extends Micronaut {

    /** EX_CONFIG of sysexits.h. */
    private static final int CONFIGURATION_ERROR = 78;

    /** Set by the launcher when it runs on a terminal. */
    private static final String ON_A_TERMINAL = "tumen.colours";

    private ClassifierService() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var terminal = Boolean.getBoolean(ON_A_TERMINAL);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "assess" -> System.exit(AssessCommand.run(behindFirst(arguments), out, err, terminal));
            case "replay" -> System.exit(ReplayCommand.run(behindFirst(arguments), out, err, terminal));
            default -> startService(arguments);
        }
    }

    private static String[] behindFirst(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static void startService(String[] arguments) {
        Assessor.readAhead();
        new ClassifierService()
                .args(arguments)
                .mainClass(ClassifierService.class)
                .banner(false)
                .eagerInitSingletons(true)
                .start();
    }

    @Override
    protected void handleStartupException(Environment environment, Throwable failure) {
        var fault = configurationFault(failure);
        if (fault.isPresent()) {
            System.err.println("Configuration error: " + fault.get());
            System.exit(CONFIGURATION_ERROR);
        }
        super.handleStartupException(environment, failure);
    }

    private static Optional<String> configurationFault(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSeedException || cause instanceof ConfigurationException) {
                return Optional.ofNullable(cause.getMessage()).map(message -> message.replace('\n', ' '));
            }
        }
        return Optional.empty();
    }
}
