package com.micloud.signin.session;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.Branding;
import com.micloud.signin.account.LogoHosts;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The account as pages show it: its name and number, its logo and its help. After the proof it is in the notes of the
 * sign-in, so that Keycloak's own pages show it too.
 *
 * @param logo the address of a picture that may be shown; empty when there is none
 * @param help plain text; empty when there is none
 */
public record ShownAccount(String name, String number, String logo, String help) {

    private static final String FACTS = "micloudAccount";
    private static final String NOTE = "micloud.accountSign.";

    /** Its name, number and help, and its logo where the realm allows that. */
    public static ShownAccount of(RealmModel realm, AccountDirectory directory, Account account) {
        Branding branding = directory.brandingOf(account);
        return new ShownAccount(
                account.name(),
                account.number(),
                branding.shownLogo(LogoHosts.of(realm)).orElse(""),
                branding.shownHelp());
    }

    /** Shows it on this page. */
    public void putOn(LoginFormsProvider form) {
        form.setAttribute(FACTS, facts());
    }

    /** Shows it on every page that this sign-in still has. */
    public void keepIn(AuthenticationSessionModel signIn) {
        facts().forEach((fact, value) -> signIn.setAuthNote(NOTE + fact, value));
    }

    /** Shows what was kept, if anything was and the page says nothing else. */
    public static void addTo(Map<String, Object> page, AuthenticationSessionModel signIn) {
        kept(signIn).ifPresent(sign -> page.putIfAbsent(FACTS, sign.facts()));
    }

    private static Optional<ShownAccount> kept(AuthenticationSessionModel signIn) {
        return Optional.ofNullable(signIn)
                .filter(notes -> notes.getAuthNote(NOTE + "number") != null)
                .map(notes -> new ShownAccount(
                        notes.getAuthNote(NOTE + "name"),
                        notes.getAuthNote(NOTE + "number"),
                        notes.getAuthNote(NOTE + "logo"),
                        notes.getAuthNote(NOTE + "help")));
    }

    private Map<String, String> facts() {
        return Map.of("name", name, "number", number, "logo", logo, "help", help);
    }
}
