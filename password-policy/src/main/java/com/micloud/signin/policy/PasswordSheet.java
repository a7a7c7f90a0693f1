package com.micloud.signin.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** The rules on a page with a new password, and which of them the last password broke. */
public final class PasswordSheet {

    private final PasswordSettings settings;
    private final List<String> names;
    private final String sent;
    private final List<Object> refusal;

    private PasswordSheet(PasswordSettings settings, List<String> names, String sent, List<Object> refusal) {
        this.settings = settings;
        this.names = names;
        this.sent = sent;
        this.refusal = refusal;
    }

    /**
     * The sheet for a page.
     *
     * @param realm whose rules they are
     * @param owner the names of the user that whoever sees the page may see
     * @param sent the password sent before, empty when there is none
     * @param refusal the arguments of the message that refused it, empty when it was not refused by the rules
     */
    public static PasswordSheet of(RealmModel realm, List<String> owner, String sent, List<Object> refusal) {
        List<String> names = Stream.concat(owner.stream(), Stream.of(realm.getName(), realm.getDisplayName()))
                .filter(Objects::nonNull)
                .toList();
        return new PasswordSheet(MiCloudPasswordPolicy.settings(realm), names, sent, List.copyOf(refusal));
    }

    /** Whether a message says that the rules refused a password. */
    public static boolean isRefusal(String messageKey) {
        return MiCloudPasswordPolicy.BROKEN.equals(messageKey);
    }

    /** One line for each rule. */
    public List<Line> getRules() {
        List<Line> lines = new ArrayList<>();
        for (PasswordRule rule : MiCloudPasswordRules.of(settings).all()) {
            lines.add(new Line(rule, verdict(rule)));
        }
        return lines;
    }

    /** The strength that a password must have, 0 when any will do. */
    public int getMinimumStrength() {
        return settings.minimumStrength();
    }

    /** The strength of the password sent before, -1 when there is none. */
    public int getStrength() {
        return sent.isEmpty() ? -1 : password().strength();
    }

    /** The names that make a password of this user weak, one on each line, for the script. */
    public String getOwnNames() {
        return String.join("\n", names);
    }

    /** The path of the script that marks the rules, below the theme's resources. */
    public String getScript() {
        return PasswordScript.RULES.path();
    }

    /** The path of the script that shows the strength. */
    public String getStrengthScript() {
        return PasswordScript.STRENGTH.path();
    }

    /** The path of the words that this script needs. */
    public String getWordsScript() {
        return PasswordScript.WORDS.path();
    }

    private NewPassword password() {
        return NewPassword.of(sent).by(OwnWords.of(names.toArray(String[]::new)));
    }

    private String verdict(PasswordRule rule) {
        if (!refusal.isEmpty()) {
            Object flag = refusal.get(MiCloudPasswordRules.NAMES.indexOf(rule.name()));
            return flag.equals(-1) ? "" : met(flag.equals(0));
        }
        // Whether it is another one than the current one was not asked: the password did not come that far.
        return sent.isEmpty() || rule.equals(MiCloudPasswordRules.DIFFERENT) ? "" : met(rule.isMetBy(password()));
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
