package com.micloud.signin.policy;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * What a page that takes a new password shows of the rules: each of them, and which of them the password breaks that was
 * sent before.
 */
public final class PasswordSheet {

    private final MiCloudPasswordRules rules;
    private final String sent;
    private final List<Object> refusal;

    private PasswordSheet(MiCloudPasswordRules rules, String sent, List<Object> refusal) {
        this.rules = rules;
        this.sent = sent;
        this.refusal = refusal;
    }

    /**
     * The sheet for a page.
     *
     * @param realm whose rules they are
     * @param sent the password sent before, empty when there is none
     * @param refusal the arguments of the message that refused it, empty when it was not refused by the rules
     */
    public static PasswordSheet of(RealmModel realm, String sent, List<Object> refusal) {
        return new PasswordSheet(
                MiCloudPasswordRules.of(MiCloudPasswordPolicy.settings(realm)), sent, List.copyOf(refusal));
    }

    /** Whether a message says that the rules refused a password. */
    public static boolean isRefusal(String messageKey) {
        return MiCloudPasswordPolicy.BROKEN.equals(messageKey);
    }

    /** One line for each rule. */
    public List<Line> getRules() {
        List<Line> lines = new ArrayList<>();
        for (PasswordRule rule : rules.all()) {
            lines.add(new Line(rule, verdict(rule)));
        }
        return lines;
    }

    private String verdict(PasswordRule rule) {
        if (!refusal.isEmpty()) {
            return met(!Integer.valueOf(1).equals(refusal.get(MiCloudPasswordRules.NAMES.indexOf(rule.name()))));
        }
        // What only the server can decide has not been decided: the password did not come that far.
        return sent.isEmpty() || rule.form().isEmpty() ? "" : met(rule.isMetBy(NewPassword.of(sent)));
    }

    private static String met(boolean met) {
        return met ? "met" : "unmet";
    }

    /** One rule as a page shows it. */
    public static final class Line {

        private final PasswordRule rule;
        private final String verdict;

        private Line(PasswordRule rule, String verdict) {
            this.rule = rule;
            this.verdict = verdict;
        }

        public String getName() {
            return rule.name();
        }

        public String getMessageKey() {
            return rule.messageKey();
        }

        public List<String> getMessageArguments() {
            return rule.messageArguments();
        }

        public String getForm() {
            return rule.form();
        }

        /** {@code met}, {@code unmet}, or empty where nothing was sent that could be judged. */
        public String getVerdict() {
            return verdict;
        }
    }
}
