package com.micloud.signin.acceptance.harness;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Names each failed test in the closing report: the end of a long log then says what to look at. */
public final class FailureList implements TestExecutionListener {
    private static final int LONGEST = 300;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED && Settings.areThere()) {
            LeftOut.failed(
                    place(test) + ": " + test.getDisplayName(),
                    result.getThrowable().map(FailureList::reason).orElse("no reason given"));
        }
    }

    private static String place(TestIdentifier test) {
        var source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            return simple(method.getClassName()) + "#" + method.getMethodName();
        }
        return source instanceof ClassSource type ? simple(type.getClassName()) : test.getUniqueId();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String reason(Throwable thrown) {
        var innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost == thrown ? inOneLine(thrown) : inOneLine(thrown) + " " + inOneLine(innermost);
    }

    private static String inOneLine(Throwable reason) {
        var line = reason.toString().replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
