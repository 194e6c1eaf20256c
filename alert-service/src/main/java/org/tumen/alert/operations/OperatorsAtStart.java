package org.tumen.alert.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.tumen.alert.subscription.Subscription.Operation;
import org.tumen.alert.subscription.Subscriptions;

/** Says at the start of what no subscription tells an operator: else nobody would miss it. */
@Component
class OperatorsAtStart implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(OperatorsAtStart.class);

    private final Subscriptions subscriptions;

    OperatorsAtStart(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var untold = Arrays.stream(Operation.values())
                .filter(operation -> !subscriptions.tellOperators(operation))
                .map(operation -> operation.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        if (!untold.isEmpty()) {
            log.atWarn()
                    .addKeyValue("operations", untold)
                    .log(
                            "No subscription tells an operator of these (filter: {operations: [...]} with email or webhook)");
        }
    }
}
