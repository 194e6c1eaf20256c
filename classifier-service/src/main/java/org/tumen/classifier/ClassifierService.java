package org.tumen.classifier;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.Micronaut;
import java.util.Arrays;
import java.util.Optional;
import org.tumen.classifier.commandline.AssessCommand;
import org.tumen.seeds.InvalidSeedException;

/** Starts the service, or hands over to the command line when the first word is {@code assess}. */
public final class ClassifierService extends Micronaut {

    /** EX_CONFIG of sysexits.h. */
    private static final int CONFIGURATION_ERROR = 78;

    private ClassifierService() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("assess")) {
            System.exit(AssessCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.out, System.err));
        }
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
