package com.micloud.signin.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import com.micloud.signin.routing.Proved;
import com.micloud.signin.routing.SignInTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * What one browser session has proved: the password, for every account that takes one, and per account the provider
 * that vouched (spec: "What counts as proved"). Written by the guard only.
 *
 * @param password when the password was given, in seconds since the epoch; 0 when it was not
 * @param providers per account id the provider that vouched
 */
public record Proofs(
        @JsonProperty("password") long password, @JsonProperty("providers") Map<String, Vouched> providers) {

    private static final String NOTE = "micloud.proved";

    /**
     * A provider's word for one account.
     *
     * @param alias the provider
     * @param time when, in seconds since the epoch
     */
    public record Vouched(@JsonProperty("alias") String alias, @JsonProperty("time") long time) {}

    public Proofs {
        providers = providers == null ? Map.of() : Map.copyOf(providers);
    }

    public static Proofs none() {
        return new Proofs(0, Map.of());
    }

    /** What the session has proved; a note that cannot be read proves nothing. */
    public static Proofs of(UserSessionModel session) {
        String note = session.getNote(NOTE);
        if (note == null) {
            return none();
        }
        try {
            return JsonSerialization.readValue(note, Proofs.class);
        } catch (IOException e) {
            return none();
        }
    }

    /** Hands the proofs to the browser session that this sign-in opens or joins. */
    public void write(AuthenticationSessionModel signIn) {
        try {
            signIn.setUserSessionNote(NOTE, JsonSerialization.writeValueAsString(this));
        } catch (IOException e) {
            throw new IllegalStateException("Proofs are plain data and always become JSON.", e);
        }
    }

    /** These proofs and one more. */
    public Proofs with(Account account, Method method, long time) {
        if (method instanceof Method.ByProvider provider) {
            Map<String, Vouched> more = new HashMap<>(providers);
            more.put(account.id(), new Vouched(provider.alias(), time));
            return new Proofs(password, more);
        }
        return new Proofs(time, providers);
    }

    /** What of this counts for an account as it is now: a provider no longer linked or switched off does not. */
    public Proved countFor(Account account, SignInMethods methods) {
        return Proved.of(password > 0, provider(account, methods).isPresent());
    }

    /**
     * How this opens the account in that application: by the word of its provider, else by the password; empty when it
     * does not.
     */
    public Optional<Method> opens(Application application, Account account, SignInMethods methods) {
        Optional<String> alias = provider(account, methods);
        if (alias.isPresent() && SignInTable.opens(application, methods, Proved.PROVIDER)) {
            return Optional.of(new Method.ByProvider(alias.get()));
        }
        return password > 0 && SignInTable.takesPassword(application, methods)
                ? Optional.of(new Method.Password())
                : Optional.empty();
    }

    /** The provider whose word still counts for the account. */
    public Optional<String> provider(Account account, SignInMethods methods) {
        return Optional.ofNullable(providers.get(account.id()))
                .map(Vouched::alias)
                .filter(methods::links);
    }
}
