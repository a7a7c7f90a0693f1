package com.micloud.signin.acceptance.harness;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out what only whole runs prove, and says so in the closing report. */
final class WholeRuns implements ExecutionCondition {
    private static final String WHY = "only whole runs have it: -Dmicloud.whole=true";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Settings.whole() || Settings.chosen()) {
            return ConditionEvaluationResult.enabled("this run has it");
        }
        AnnotationSupport.findAnnotation(context.getElement(), InWholeRuns.class)
                .ifPresent(mark -> LeftOut.because(mark.value(), WHY));
        return ConditionEvaluationResult.disabled(WHY);
    }
}
