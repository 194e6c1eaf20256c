package org.tumen.alert.preview;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.subscription.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/** {@code tumen subscriptions test}: tries the subscriptions of a file on what the running service has stored. */
public final class SubscriptionsCommand {

    private static final String USAGE = """
            tumen subscriptions test FILE [--since DATE] [--explain] [--examples N] [--address URL] [--data DIR]

            What the subscriptions of a file would have been sent of the articles that are stored, and when, and why they would
            not have been sent the rest. Nothing is sent. Tumen must be running.
              --since DATE   articles published since then: 2026-11-01, or 2026-11-01T06:00:00Z (thirty days ago)
              --explain      also which articles would not have been sent, some for each reason
              --examples N   how many of them for each reason, from 1 to 10000 (10); with it --explain need not be said.
                             Of what would have been sent as many, and 500 at least
              --address URL  of the alert service (http://127.0.0.1:8080, that of `tumen up`)
              --data DIR     the data folder of `tumen up`, with the token by which this may ask (./.tumen, ./.tumen/demo);
                             a token in the environment variable TUMEN_TOKEN comes before it""";

    private static final int OK = 0;
    private static final int USAGE_ERROR = 64;
    private static final int DATA_ERROR = 65;
    private static final int UNAVAILABLE = 69;

    private static final int MOST_EXAMPLES = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final PrintStream err;

    private @Nullable Path file;
    private @Nullable String since;
    private boolean explain;
    private int examples = 10;
    private String address = "http://127.0.0.1:8080";
    private OperatorTokens tokens = OperatorTokens.ofHere();

    private SubscriptionsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Whether these arguments ask for it, and not for the service. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("subscriptions");
    }

    /**
     * Does what the arguments ask for.
     *
     * @return 0; else the exit code, as of sysexits.h
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        var command = new SubscriptionsCommand(out, err);
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return OK;
        }
        var problem = command.read(arguments);
        if (problem != null) {
            err.println(problem + System.lineSeparator() + USAGE);
            return USAGE_ERROR;
        }
        return command.test();
    }

    /** What is wrong with the arguments; null when all is well. */
    private @Nullable String read(List<String> arguments) {
        if (arguments.size() < 2 || !arguments.get(1).equals("test")) {
            return "What to do is missing (expected: subscriptions test FILE)";
        }
        var words = arguments.subList(2, arguments.size()).iterator();
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "--explain" -> explain = true;
                case "--since", "--address", "--data", "--examples" -> {
                    var problem = words.hasNext() ? set(word, words.next()) : word + " needs a value";
                    if (problem != null) {
                        return problem;
                    }
                }
                default -> {
                    if (word.startsWith("-") || file != null) {
                        return "Unknown option: " + word;
                    }
                    file = Path.of(word);
                }
            }
        }
        return file == null ? "FILE is missing" : null;
    }

    /** What is wrong with the value; null when nothing is. */
    private @Nullable String set(String option, String value) {
        switch (option) {
            case "--since" -> since = value;
            case "--examples" -> {
                if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > MOST_EXAMPLES) {
                    return "--examples: " + value + " (expected: a number from 1 to " + MOST_EXAMPLES + ")";
                }
                explain = true;
                examples = Integer.parseInt(value);
            }
            case "--data" -> tokens = OperatorTokens.in(Path.of(value));
            default -> address = value;
        }
        return null;
    }

    private int test() throws InterruptedException {
        var proposals = Subscriptions.proposals(file == null ? Path.of("") : file);
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            for (var proposal : proposals.entrySet()) {
                var answer = ask(client, proposal.getValue());
                if (answer.statusCode() != 200) {
                    err.println(proposal.getKey() + ": " + problem(answer));
                    return DATA_ERROR;
                }
                PreviewText.print(
                        proposal.getKey().value(), JSON.readValue(answer.body(), Preview.class), explain, out);
            }
            out.println("Nothing was sent.");
            return OK;
        } catch (IOException | IllegalArgumentException e) {
            err.println("The alert service does not answer at " + address + ": " + e
                    + " (expected: a running `tumen up`, or --address URL)");
            return UNAVAILABLE;
        }
    }

    private HttpResponse<String> ask(HttpClient client, String proposal) throws IOException, InterruptedException {
        var query = "?examples=" + (explain ? examples : 1)
                + (since == null ? "" : "&since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create(address.replaceAll("/$", "") + "/api/v1/subscriptions/preview" + query))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(proposal));
        return tokens.send(client, request);
    }

    private static String problem(HttpResponse<String> answer) {
        var detail = answer.headers().firstValue("Content-Type").orElse("").contains("json")
                ? JSON.readTree(answer.body()).path("detail").asString("")
                : "";
        return detail.isEmpty() ? "HTTP " + answer.statusCode() : detail;
    }
}
