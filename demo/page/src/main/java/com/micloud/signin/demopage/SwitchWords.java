package com.micloud.signin.demopage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in words how the switches of an application are set. */
final class SwitchWords {

    private static final Map<String, String> REENTRY = Map.of(
            "username", "Coming back: the username only",
            "session", "Coming back: nothing is asked",
            "credentials", "Coming back: username and password");

    private SwitchWords() {}

    static List<String> of(Kind kind, Map<String, String> attributes) {
        List<String> words = new ArrayList<>();
        String selection = attributes.getOrDefault("micloud.accountSelection", "before");
        switch (selection) {
            case "before" -> words.add("Account before the password");
            case "after" -> words.add("Account after the password");
            default -> words.add("Account selection \"" + selection + "\" is not a known value");
        }
        String reentry = attributes.getOrDefault("micloud.reentry", kind.usualReentry());
        words.add(REENTRY.getOrDefault(reentry, "Coming back: \"" + reentry + "\" is not a known value"));
        if ("false".equals(attributes.get("micloud.sso"))) {
            words.add("Not enabled for single sign-on yet");
        }
        if ("false".equals(attributes.get("micloud.forgotPassword"))) {
            words.add("No Forgot Password");
        }
        return List.copyOf(words);
    }
}
