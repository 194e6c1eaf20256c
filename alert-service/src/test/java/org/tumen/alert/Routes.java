package org.tumen.alert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/** Who gets what of the service. */
final class Routes {

    /**
     * Least role of each route: {@code nobody} needs to be anybody, {@code anybody} has only to be known. Whoever has less gets
     * 403, whoever is not known 401. Where a route names a thing or a person, the last column says what this role gets with
     * the id of what somebody else made. A route that is not here fails the test, and so does an id without that column.
     */
    private static final String TABLE = """
            GET    /login                                                  nobody
            POST   /login                                                  nobody
            POST   /logout                                                 anybody
            GET    /password                                               anybody
            POST   /password                                               anybody
            GET    /unsubscribe/{token}                                    nobody
            POST   /unsubscribe/{token}                                    nobody
            POST   /unsubscribe/{token}/undo                               nobody
            GET    /confirm/{token}                                        nobody
            POST   /confirm/{token}                                        nobody
            GET    /feedback/{token}                                       nobody
            POST   /feedback/{token}                                       nobody
            GET    /acknowledge/{token}                                    nobody
            POST   /acknowledge/{token}                                    nobody
            GET    /atom/{token}                                           nobody
            GET    /                                                       reader
            GET    /older                                                  reader
            GET    /stories/{id}                                           reader         200
            GET    /stories/{id}/articles/{article}                        reader         200
            GET    /triangle                                               reader
            GET    /triangle/items                                         reader
            GET    /feeds                                                  reader
            POST   /feeds                                                  operator
            POST   /feeds/{id}/pause                                       operator       303
            POST   /feeds/{id}/resume                                      operator       303
            POST   /feeds/{id}/remove                                      operator       303
            POST   /feed-trials                                            operator
            GET    /feed-trials/{id}                                       reader         200
            GET    /deliveries                                             reader
            POST   /deliveries/{id}/replay                                 operator       409
            GET    /silences                                               reader
            POST   /silences                                               analyst
            POST   /silences/{id}/end                                      analyst        303
            GET    /subscriptions                                          reader
            GET    /subscriptions/new                                      reader
            GET    /subscriptions/{id}                                     reader         200
            POST   /subscriptions                                          analyst        403
            POST   /subscriptions/{id}/delete                              analyst        403
            POST   /subscriptions/try                                      analyst
            GET    /trace                                                  reader
            GET    /alerts/stream                                          reader
            POST   /alerts/{id}/findings/{place}/verdict                   analyst        200
            POST   /alerts/{id}/acknowledge                                analyst        200
            GET    /api/v1/me                                              anybody
            GET    /api/v1/users                                           administrator
            GET    /api/v1/users/{name}                                    administrator  200
            POST   /api/v1/users                                           administrator
            PUT    /api/v1/users/{name}                                    administrator  200
            DELETE /api/v1/users/{name}                                    administrator  204
            POST   /api/v1/users/{name}/password                           administrator  200
            GET    /api/v1/audit                                           administrator
            GET    /api/v1/tokens                                          reader
            POST   /api/v1/tokens                                          session
            DELETE /api/v1/tokens/{id}                                     reader         404
            GET    /api/v1/stories                                         reader
            GET    /api/v1/stories/{id}                                    reader         200
            GET    /api/v1/articles                                        reader
            GET    /api/v1/articles/way                                    reader
            GET    /api/v1/articles/{id}                                   reader         200
            GET    /api/v1/findings                                        reader
            GET    /api/v1/feeds                                           reader
            GET    /api/v1/feeds/{id}                                      reader         200
            PUT    /api/v1/feeds/{id}                                      operator       200
            DELETE /api/v1/feeds/{id}                                      operator       204
            POST   /api/v1/feeds/{id}/pause                                operator       200
            POST   /api/v1/feeds/{id}/resume                               operator       200
            POST   /api/v1/feed-trials                                     operator
            GET    /api/v1/feed-trials/{id}                                reader         200
            GET    /api/v1/alerts                                          reader
            GET    /api/v1/alerts/stream                                   reader
            GET    /api/v1/alerts/{id}                                     reader         200
            GET    /api/v1/alerts/{id}/acknowledge                         reader         200
            POST   /api/v1/alerts/{id}/acknowledge                         analyst        200
            GET    /api/v1/alerts/{id}/verdicts                            reader         200
            POST   /api/v1/alerts/{id}/findings/{place}/verdict            analyst        200
            GET    /api/v1/precision                                       reader
            GET    /api/v1/feedback/labelled                               reader
            GET    /api/v1/index                                           reader
            GET    /api/v1/index/items                                     reader
            GET    /api/v1/subscriptions                                   reader
            GET    /api/v1/subscriptions/{id}                              reader         200
            PUT    /api/v1/subscriptions/{id}                              analyst        403
            DELETE /api/v1/subscriptions/{id}                              analyst        403
            POST   /api/v1/subscriptions/preview                           analyst
            GET    /api/v1/subscriptions/{id}/alerts.atom                  reader         200
            GET    /api/v1/subscriptions/{id}/atom-link                    reader         200
            GET    /api/v1/silences                                        reader
            GET    /api/v1/silences/{id}                                   reader         200
            POST   /api/v1/silences                                        analyst
            DELETE /api/v1/silences/{id}                                   analyst        200
            GET    /api/v1/deliveries                                      reader
            POST   /api/v1/deliveries/{id}/replay                          operator       409
            POST   /api/v1/deliveries/replay                               operator
            GET    /api/v1/endpoints                                       reader
            POST   /api/v1/endpoints/{subscription}/on                     operator       409
            GET    /v3/api-docs                                            reader
            GET    /v3/api-docs.yaml                                       reader
            GET    /v3/api-docs/swagger-config                             reader
            GET    /swagger-ui.html                                        reader
            GET    /actuator                                               operator
            GET    /actuator/access                                        operator
            GET    /actuator/deliveries                                    operator
            GET    /actuator/health                                        nobody
            GET    /actuator/health/{*path}                                nobody
            GET    /actuator/info                                          operator
            GET    /actuator/prometheus                                    operator
            GET    /actuator/subscriptions                                 operator
            """;

    private Routes() {}

    /** @param others the status with the id of what somebody else made; empty where there is no such id */
    record Row(String method, String route, String least, String others) {

        private static Row of(String line) {
            var cells = line.split("\\s+", -1);
            return new Row(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "");
        }

        String name() {
            return method + " " + route;
        }

        /** Whether it names a thing or a person, other than by a signature. */
        boolean hasId() {
            return route.matches(".*\\{(?:id|name|subscription)}.*");
        }

        boolean isOfThePage() {
            return !route.startsWith("/api/");
        }

        /** With ids that nobody has, and a signature that is none. */
        String path() {
            return route.replace("{token}", "bm9ib2R5.AAAAAAAAAAAAAAAAAAAAAA")
                    .replace("{place}", "0")
                    .replace("{*path}", "liveness")
                    .replaceAll("\\{\\w+}", "none-such");
        }
    }

    static List<Row> all() {
        return TABLE.lines().map(Row::of).toList();
    }

    /** Those that the service has, as {@link Row#name()} writes them. */
    static Set<String> mapped(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .map(RequestMappingInfoHandlerMapping::getHandlerMethods)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .flatMap(Routes::routes)
                .filter(route -> !route.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
    }
}
