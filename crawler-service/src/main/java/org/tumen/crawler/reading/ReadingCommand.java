package org.tumen.crawler.reading;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The commands that need the readers and nothing else: no broker, no database, no Spring. */
public final class ReadingCommand {

    private static final Set<String> FIRST_WORDS = Set.of("feed", "extract");

    private static final String USAGE = """
            usage: feed parse FILE...          one JSON line per feed file
                   feed parse --list FILE      the same for the files that FILE lists as JSON Lines
                   extract --in DIR --out FILE the articles of all .html and .html.gz of DIR as one JSON object""";

    private ReadingCommand() {}

    /** Whether these arguments ask for reading files, and not for the service. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && FIRST_WORDS.contains(arguments[0]);
    }

    public static void main(String... arguments) throws IOException {
        // Nothing but the results may stand on standard output, and Logback's default is to log there.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        int exitCode;
        try (var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8)) {
            exitCode = run(List.of(arguments), out);
        } catch (NoSuchFileException e) {
            System.err.println("there is no " + e.getFile());
            exitCode = 66; // EX_NOINPUT of sysexits.h
        }
        System.exit(exitCode);
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the exit code: 0, or 64 for a command line that can not be understood (sysexits.h, EX_USAGE)
     */
    static int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() == 4 && arguments.subList(0, 3).equals(List.of("feed", "parse", "--list"))) {
            new FeedParseCommand(out).parseList(Path.of(arguments.get(3)));
            return 0;
        }
        if (arguments.size() > 2
                && arguments.subList(0, 2).equals(List.of("feed", "parse"))
                && !arguments.get(2).startsWith("--")) {
            var command = new FeedParseCommand(out);
            arguments.stream().skip(2).map(Path::of).forEach(command::parse);
            return 0;
        }
        if (arguments.size() == 5
                && arguments.getFirst().equals("extract")
                && arguments.get(1).equals("--in")
                && arguments.get(3).equals("--out")) {
            new ExtractCommand().extract(Path.of(arguments.get(2)), Path.of(arguments.get(4)));
            return 0;
        }
        System.err.println(USAGE);
        return 64;
    }
}
