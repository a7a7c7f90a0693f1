package com.micloud.signin.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import com.micloud.signin.routing.Proved;
import com.micloud.signin.routing.SignInTable;
import java.io.IOException;
import java.util.Comparator;
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
 * @param providers who vouched for which account: under the account's id and the link of the provider to it. The latest of
 *     an account stands also under the account's id alone, for nodes and sessions of earlier releases
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

    /**
     * These proofs and one more. A provider that is not one of the account's proves nothing.
     *
     * @param methods the methods of the account now
     */
    public Proofs with(Account account, SignInMethods methods, Method method, long time) {
        return method instanceof Method.ByProvider byProvider
                ? methods.provider(byProvider.alias())
                        .map(provider -> with(account, provider, time))
                        .orElse(this)
                : withPassword(time);
    }

    private Proofs with(Account account, Provider provider, long time) {
        Vouched vouched = new Vouched(provider.alias(), time);
        Map<String, Vouched> more = new HashMap<>(providers);
        more.entrySet().removeIf(known -> isOf(known, account, provider.alias()));
        more.put(key(account, provider), vouched);
        more.put(account.id(), vouched);
        return new Proofs(password, changed, more);
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

    /** The provider whose word still counts for the account; of several the one that gave it last. */
    private Optional<String> provider(Account account, SignInMethods methods) {
        return methods.providers().stream()
                .flatMap(provider -> by(provider, account).stream())
                .max(Comparator.comparingLong(Vouched::time))
                .map(Vouched::alias);
    }

    /** The word of that provider for the account, as long as the link stands by which it was given. */
    private Optional<Vouched> by(Provider provider, Account account) {
        boolean knowsLinks = providers.entrySet().stream().anyMatch(known -> isOf(known, account, provider.alias()));
        return knowsLinks
                ? Optional.ofNullable(providers.get(key(account, provider)))
                // As earlier releases wrote it.
                : Optional.ofNullable(providers.get(account.id()))
                        .filter(vouched -> vouched.alias().equals(provider.alias()));
    }

    private static boolean isOf(Map.Entry<String, Vouched> known, Account account, String alias) {
        return known.getKey().startsWith(account.id() + " ")
                && known.getValue().alias().equals(alias);
    }

    private static String key(Account account, Provider provider) {
        return account.id() + " " + provider.link();
    }
}
