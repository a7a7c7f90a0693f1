package com.micloud.signin.demopage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the visitor wants the application to say along with its request; an empty text stands for nothing.
 *
 * @param loginHint the username
 * @param accountHint the account
 * @param prompt what the portal is to ask
 * @param appVersion the version of the application
 * @param action a page of the portal to show after the sign-in
 */
record Hints(String loginHint, String accountHint, String prompt, String appVersion, String action) {

    static final String LOGIN_HINT = "login_hint";
    static final String ACCOUNT_HINT = "account_hint";
    static final String PROMPT = "prompt";
    static final String APP_VERSION = "app_version";
    static final String ACTION = "kc_action";

    /** Reads them from a posted form, where a field that is not there reads as empty. */
    static Hints of(UnaryOperator<String> form) {
        return new Hints(
                form.apply(LOGIN_HINT).strip(),
                form.apply(ACCOUNT_HINT).strip(),
                form.apply(PROMPT),
                form.apply(APP_VERSION).strip(),
                form.apply(ACTION));
    }

    /** The request parameters that carry them. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(LOGIN_HINT, loginHint);
        parameters.put(ACCOUNT_HINT, accountHint);
        parameters.put(PROMPT, prompt);
        parameters.put(APP_VERSION, appVersion);
        parameters.put(ACTION, action);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }
}
