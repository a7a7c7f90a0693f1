package com.micloud.signin.acceptance.container;

import com.micloud.signin.acceptance.harness.LeftOut;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.testcontainers.DockerClientFactory;

/** Finds out once in a run whether containers can be had, and puts the answer in the closing report. */
final class DockerEngine implements ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(DockerEngine.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(DockerEngine.class, key -> look(), ConditionEvaluationResult.class);
    }

    private static ConditionEvaluationResult look() {
        if (System.getProperty("containers", "").equals("off")) {
            return leftOut("-Dcontainers=off");
        }
        try {
            // Only looks for an engine. Asking for a client would fetch an image too, and without a registry that
            // would pass for "no engine".
            var engine = DockerClientFactory.instance().getTransportConfig().getDockerHost();
            LeftOut.ranWith("the Docker engine at " + engine);
            return ConditionEvaluationResult.enabled("A Docker engine answers");
        } catch (IllegalStateException e) {
            return leftOut("no Docker engine answers");
        }
    }

    private static ConditionEvaluationResult leftOut(String why) {
        LeftOut.because("container tests", why);
        return ConditionEvaluationResult.disabled(why);
    }
}
