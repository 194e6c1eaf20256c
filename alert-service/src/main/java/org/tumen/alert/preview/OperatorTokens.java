package org.tumen.alert.preview;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens by which a command may ask the service on its machine, which writes one to its data folder at each start.
 *
 * @param tokens the likeliest first
 */
record OperatorTokens(List<String> tokens) {

    private static final String FILE = "operator-token";
    private static final String VARIABLE = "TUMEN_TOKEN";
    private static final int UNAUTHORIZED = 401;

    /** Those of the folders that {@code tumen up} and {@code tumen demo} use by themselves. */
    static OperatorTokens ofHere() {
        return in(Path.of(".tumen"), Path.of(".tumen", "demo"));
    }

    static OperatorTokens in(Path... folders) {
        var tokens = new ArrayList<String>();
        var named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            tokens.add(named.strip());
        }
        for (var folder : folders) {
            try {
                tokens.add(Files.readString(folder.resolve(FILE)).strip());
            } catch (IOException _) {
                // None there, or none for us: the service says so when none helps.
            }
        }
        return new OperatorTokens(List.copyOf(tokens));
    }

    /** Asks with one after the other until one is known; without any when there is none. */
    HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        var remaining = tokens.iterator();
        HttpResponse<String> answer;
        do {
            if (remaining.hasNext()) {
                request.setHeader("Authorization", "Bearer " + remaining.next());
            }
            answer = client.send(request.build(), BodyHandlers.ofString());
        } while (answer.statusCode() == UNAUTHORIZED && remaining.hasNext());
        return answer;
    }
}
