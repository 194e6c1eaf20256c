package org.tumen.stack.settings;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens by which commands may ask the alert service on this machine, which writes one to its data folder at each start
 * for its owner to read.
 *
 * @param folders data folders, the likeliest first
 */
public record OperatorTokens(List<Path> folders) {

    private static final String FILE = "operator-token";
    private static final int UNAUTHORIZED = 401;

    public OperatorTokens {
        folders = List.copyOf(folders);
    }

    /** Of a data folder; of those that {@code tumen up} and {@code tumen demo} use by themselves when none is named. */
    public static OperatorTokens in(@Nullable Path data) {
        return new OperatorTokens(data == null ? List.of(Path.of(".tumen"), Path.of(".tumen", "demo")) : List.of(data));
    }

    /** Where the service is to write it. */
    public static Path file(Path data) {
        return data.resolve(FILE);
    }

    /** Asks with one after the other until one is known; without any when there is none. */
    public HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var tokens = folders.stream()
                .map(OperatorTokens::read)
                .filter(token -> !token.isEmpty())
                .iterator();
        HttpResponse<String> answer;
        do {
            if (tokens.hasNext()) {
                request.setHeader("Authorization", "Bearer " + tokens.next());
            }
            answer = client.send(request.build(), BodyHandlers.ofString());
        } while (answer.statusCode() == UNAUTHORIZED && tokens.hasNext());
        return answer;
    }

    private static String read(Path folder) {
        try {
            return Files.readString(file(folder)).strip();
        } catch (IOException e) {
            return ""; // None there, or none for us: the service says so when none helps.
        }
    }
}
