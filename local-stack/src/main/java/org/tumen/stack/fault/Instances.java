package org.tumen.stack.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.stack.process.Component;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.Ports;

/** Which instances of services there can be: for each place two, of which one takes over from the other. */
final class Instances {

    /** The first row of ten ports is that of the links, the second that of what is behind them. */
    private static final int FIRST_FREE_ROW = 2;

    private Instances() {}

    /** By the name of the place: {@code alert}, {@code alert-2}. */
    static Map<String, List<Component>> of(Services services, Ports front, int instances) {
        var all = new LinkedHashMap<String, List<Component>>();
        for (int i = 0; i < instances; i++) {
            var one = i == 0 ? front : row(front, FIRST_FREE_ROW + 2 * i - 1);
            var other = row(front, FIRST_FREE_ROW + 2 * i);
            var number = i == 0 ? "" : "-" + (i + 1);
            var crawler = Services.CRAWLER + number;
            all.put(
                    crawler,
                    List.of(
                            services.crawler(crawler, one.crawler()),
                            services.crawler(crawler + "-b", other.crawler())));
            var classifier = Services.CLASSIFIER + number;
            all.put(
                    classifier,
                    List.of(
                            services.classifier(classifier, one.classifier()),
                            services.classifier(classifier + "-b", other.classifier())));
            var alert = Services.ALERT + number;
            all.put(alert, List.of(services.alert(alert, one.page()), services.alert(alert + "-b", other.page())));
        }
        return all;
    }

    /** How many rows of ten ports are taken. */
    static int rows(int instances) {
        return FIRST_FREE_ROW + 2 * instances - 1;
    }

    private static Ports row(Ports front, int row) {
        return new Ports(front.page() + 10 * row);
    }
}
