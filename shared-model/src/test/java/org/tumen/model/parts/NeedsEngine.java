package org.tumen.model.parts;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what is to run on containers where no engine answers. */
final class NeedsEngine implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!Containers.chosen()) {
            return ConditionEvaluationResult.enabled("broker and database are in this process");
        }
        return Containers.canBeHad()
                ? ConditionEvaluationResult.enabled("broker and database are in containers")
                : ConditionEvaluationResult.disabled("no container engine answers");
    }
}
