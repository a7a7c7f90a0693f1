package com.micloud.signin.session;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.keycloak.SamlDemand;
import com.micloud.signin.routing.TypedAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the application asked for beside the sign-in itself (spec: "Signing in", 11). */
public final class Hints {

    // Keycloak keeps request parameters it does not know under this prefix.
    private static final String ACCOUNT_HINT = "client_request_param_account_hint";

    private static final String PROVIDER_HINT = "kc_idp_hint";

    private final AuthenticationSessionModel notes;

    private Hints(AuthenticationSessionModel notes) {
        this.notes = notes;
    }

    /** The hints in the notes of a sign-in. */
    public static Hints of(AuthenticationSessionModel notes) {
        return new Hints(notes);
    }

    /** {@code login_hint}, as it was sent. */
    public Optional<String> username() {
        return Optional.ofNullable(notes.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM));
    }

    /** Whether there is an {@code account_hint}. */
    public boolean namesAccount() {
        return notes.getClientNote(ACCOUNT_HINT) != null;
    }

    /** The account that {@code account_hint} names by number, label or id; empty when it names none of these. */
    public Optional<Account> account(List<Account> accounts) {
        return Optional.ofNullable(notes.getClientNote(ACCOUNT_HINT)).flatMap(hint -> accounts.stream()
                .filter(account -> account.id().equals(hint))
                .findFirst()
                .or(() -> TypedAccount.find(accounts, hint) instanceof TypedAccount.One one
                        ? Optional.of(one.account())
                        : Optional.empty()));
    }

    /** The provider that {@code kc_idp_hint} names, if it is one of the account's. */
    public Optional<String> provider(SignInMethods methods) {
        return Optional.ofNullable(notes.getClientNote(PROVIDER_HINT)).filter(methods::links);
    }

    /** {@code prompt=none}, or {@code IsPassive} of a SAML request: no page may be shown. */
    public boolean silent() {
        return SamlDemand.isPassive(notes) || prompts().contains(OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    /** {@code prompt=select_account}: the account is to be chosen anew. */
    public boolean reselect() {
        return prompts().contains(OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT);
    }

    private Set<String> prompts() {
        String prompt = notes.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        return prompt == null
                ? Set.of()
                : Set.copyOf(Arrays.asList(prompt.strip().split("\\s+")));
    }
}
