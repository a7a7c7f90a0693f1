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
 * The proofs of one browser session: the password, for every account that accepts one, and for each account the
 * provider that signed the user in (spec: "What counts as proved"). Only the guard writes them, and the change of a
 * password.
 *
 * @param password when the password was given, in milliseconds since the epoch; 0 when it was not
 * @param changed when the user changed the password in this session, in milliseconds since the epoch; 0 when they did not
 * @param providers per account id the provider that vouched
 */
public record Proofs(
        @JsonProperty("password") long password,
        @JsonProperty("changed") long changed,
        @JsonProperty("providers") Map<String, Vouched> providers) {

    private static final String NOTE = "micloud.proved";

    /**
     * A proof by a provider for one account.
     *
     * @param alias the provider
     * @param time when, in milliseconds since the epoch
     */
    public record Vouched(@JsonProperty("alias") String alias, @JsonProperty("time") long time) {}

    public Proofs {
        providers = providers == null ? Map.of() : Map.copyOf(providers);
    }

    public static Proofs none() {
        return new Proofs(0, 0, Map.of());
    }

    /**
     * Reads the proofs of the session. A note that cannot be read is no proof. A password that changed since is no
     * proof either, unless the user changed it in this session.
     */
    public static Proofs of(UserSessionModel session) {
        Proofs noted = noted(session);
        return noted.password == 0 ? noted : noted.after(PasswordChange.of(session.getUser()));
    }

    /**
     * Notes that the user has just changed the password in this session. This session continues, while the user's other
     * sessions end.
     */
    public static void passwordChanged(UserSessionModel session, long now) {
        Proofs noted = noted(session);
        session.setNote(NOTE, new Proofs(noted.password, now, noted.providers).json());
    }

    /**
     * Whether the last change of the password was made by the user in this very session of the browser. A long session
     * that began in it is another one, though Keycloak lets both share their notes while they are in memory.
     */
    public static boolean isOfTheLastChange(UserSessionModel session, PasswordChange change) {
        return !session.isOffline() && noted(session).changed >= change.time();
    }

    private static Proofs noted(UserSessionModel session) {
        String note = session.getNote(NOTE);
        if (note == null) {
            return none();
        }
        try {
            Proofs read = JsonSerialization.readValue(note, Proofs.class);
            return read == null ? none() : read;
        } catch (IOException e) {
            return none();
        }
    }

    /** The proofs that remain after a change of the password. */
    Proofs after(PasswordChange change) {
        boolean stale = change.removed() || (change.isAfter(password) && changed < change.time());
        return stale ? new Proofs(0, 0, providers) : this;
    }

    /** Hands the proofs to the browser session that this sign-in opens or joins. */
    public void write(AuthenticationSessionModel signIn) {
        signIn.setUserSessionNote(NOTE, json());
    }

    private String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException e) {
            throw new IllegalStateException("Proofs are plain data and always become JSON.", e);
        }
    }

    /** These proofs and the password. */
    public Proofs withPassword(long time) {
        return new Proofs(time, changed, providers);
    }

    /** These proofs and one more. */
    public Proofs with(Account account, Method method, long time) {
        if (method instanceof Method.ByProvider provider) {
            Map<String, Vouched> more = new HashMap<>(providers);
            more.put(account.id(), new Vouched(provider.alias(), time));
            return new Proofs(password, changed, more);
        }
        return withPassword(time);
    }

    /** The proofs that count for an account now. A provider that is off or no longer linked does not count. */
    public Proved countFor(Account account, SignInMethods methods) {
        return Proved.of(password > 0, provider(account, methods).isPresent());
    }

    /** The method that opens the account in that application: its provider, else the password; empty if none does. */
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
