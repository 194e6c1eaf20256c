package org.tumen.alert;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;

/** A browser as far as logging in goes: it keeps cookies, follows nothing by itself, and sends the forms that it was shown. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String address;

    Browser(String address) {
        this.address = address;
    }

    HttpResponse<String> look(String path) throws Exception {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Fills in the form that stands on a page, and sends it there. */
    HttpResponse<String> fill(String page, Map<String, String> fields) throws Exception {
        var csrf = csrfOn(page);
        return submit(page, fields, csrf);
    }

    HttpResponse<String> submit(String path, Map<String, String> fields, String csrf) throws Exception {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
    }

    /** As the page's own script does. */
    HttpResponse<String> call(String method, String path, String json, String csrf) throws Exception {
        return call(method, path, json, csrf, Map.of());
    }

    HttpResponse<String> call(String method, String path, String json, String csrf, Map<String, String> headers)
            throws Exception {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .method(method, BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    String csrfOn(String page) throws Exception {
        var form = CSRF.matcher(look(page).body());
        if (!form.find()) {
            throw new AssertionError("no form on " + page);
        }
        return requireNonNull(form.group(1));
    }

    HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name));
    }

    boolean hasCookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals(name));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        return new Read(answer, isStream(answer) ? left(answer.body()) : read(answer.body()));
    }

    private static boolean isStream(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    /** Of a stream, which does not end by itself, nothing: it is left, but not before the client has given it away. */
    private static String left(InputStream stream) throws IOException {
        stream.close();
        return "";
    }

    private static String read(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An answer with what was read of its body. */
    private record Read(HttpResponse<InputStream> answer, String body) implements HttpResponse<String> {

        @Override
        public int statusCode() {
            return answer.statusCode();
        }

        @Override
        public HttpRequest request() {
            return answer.request();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return answer.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return answer.sslSession();
        }

        @Override
        public URI uri() {
            return answer.uri();
        }

        @Override
        public HttpClient.Version version() {
            return answer.version();
        }
    }
}
