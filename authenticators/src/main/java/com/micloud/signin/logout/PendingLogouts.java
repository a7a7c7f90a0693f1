package com.micloud.signin.logout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.util.JsonSerialization;

/**
 * Stores log-outs for 15 minutes, in which the user can still sign out at a provider too. The browser session no longer
 * exists then, so they are in a store that every node shares.
 */
public final class PendingLogouts {

    /** In seconds. */
    static final long LIFESPAN = 900;

    private static final Logger LOG = Logger.getLogger(PendingLogouts.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{32}");
    private static final int ID_LENGTH = 32;
    private static final String VALUE = "json";

    /**
     * An answer that is expected of a provider.
     *
     * @param pendingLogout the log-out it belongs to
     * @param alias the provider
     * @param requestId what a SAML provider answers; empty for an OpenID Connect provider
     */
    public record Expected(
            @JsonProperty("departure") String pendingLogout,
            @JsonProperty("alias") String alias,
            @JsonProperty("requestId") String requestId) {}

    private final KeycloakSession session;
    private final RealmModel realm;

    PendingLogouts(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * The log-out of this browser session.
     *
     * @param initiator the alias of the provider that began it, where its own session is over already; else empty
     */
    PendingLogout of(UserSessionModel ended, String initiator, PendingLogout.Back back) {
        List<PendingLogout.Stay> stays = ProviderSession.in(ended).stream()
                .filter(provider -> !provider.alias().equals(initiator))
                .flatMap(provider -> stay(provider).stream())
                .toList();
        String client = Optional.ofNullable(session.getContext().getClient())
                .filter(known -> !known.getClientId()
                        .equals(SystemClientUtil.getSystemClient(realm).getClientId()))
                .map(known -> known.getClientId())
                .orElse("");
        String locale = session.getContext().resolveLocale(ended.getUser()).toLanguageTag();
        return new PendingLogout(client, locale, back, stays);
    }

    private Optional<PendingLogout.Stay> stay(ProviderSession provider) {
        return Optional.ofNullable(session.identityProviders().getByAlias(provider.alias()))
                .map(model -> new PendingLogout.Stay(
                        provider,
                        KeycloakModelUtils.getIdentityProviderDisplayName(session, model),
                        endsAt(model).isPresent() ? PendingLogout.State.OPEN : PendingLogout.State.UNREACHABLE));
    }

    /** The address at which the provider ends its sessions, where one is set up and the provider is on. */
    static Optional<String> endsAt(IdentityProviderModel model) {
        if (!model.isEnabled()) {
            return Optional.empty();
        }
        String setting = model.getProviderId().equals("saml") ? "singleLogoutServiceUrl" : "logoutUrl";
        return Optional.ofNullable(model.getConfig().get(setting))
                .map(String::trim)
                .filter(url -> !url.isEmpty());
    }

    /** Keeps a log-out; what is returned is a secret of this browser. */
    String keep(PendingLogout pendingLogout) {
        return put("", pendingLogout);
    }

    /** Expects a provider's answer; what is returned is for that provider and for one answer. */
    String expect(Expected expected) {
        return put("return.", expected);
    }

    Optional<PendingLogout> find(String id) {
        return ID.matcher(id).matches()
                ? Optional.ofNullable(store().get(key("", id))).flatMap(notes -> read(notes, PendingLogout.class))
                : Optional.empty();
    }

    void replace(String id, PendingLogout pendingLogout) {
        store().replace(key("", id), write(pendingLogout));
    }

    void forget(String id) {
        store().remove(key("", id));
    }

    /**
     * The answer that was expected under this name, once. An answer that another provider gives is none, and leaves the
     * right one possible.
     */
    Optional<Expected> answered(String name, String alias) {
        if (!ID.matcher(name).matches()) {
            return Optional.empty();
        }
        String key = key("return.", name);
        return Optional.ofNullable(store().get(key))
                .flatMap(notes -> read(notes, Expected.class))
                .filter(expected -> expected.alias().equals(alias))
                .filter(expected -> store().remove(key) != null);
    }

    private String put(String kind, Object value) {
        String id = SecretGenerator.getInstance().randomString(ID_LENGTH);
        store().put(key(kind, id), LIFESPAN, write(value));
        return id;
    }

    private String key(String kind, String id) {
        return "micloud.departure." + kind + realm.getId() + "." + id;
    }

    private SingleUseObjectProvider store() {
        return session.singleUseObjects();
    }

    private static Map<String, String> write(Object value) {
        try {
            return Map.of(VALUE, JsonSerialization.writeValueAsString(value));
        } catch (IOException e) {
            throw new IllegalStateException("Texts always become JSON.", e);
        }
    }

    private static <T> Optional<T> read(Map<String, String> notes, Class<T> type) {
        try {
            return Optional.of(JsonSerialization.readValue(notes.get(VALUE), type));
        } catch (IOException e) {
            LOG.debug("What was kept of a log-out cannot be read.", e);
            return Optional.empty();
        }
    }
}
