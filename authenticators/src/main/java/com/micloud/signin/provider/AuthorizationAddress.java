package com.micloud.signin.provider;

import com.micloud.signin.keycloak.QueryText;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Has Keycloak make the address of an OpenID Connect provider's sign-in page out of encoded text. Keycloak puts usernames,
 * {@code prompt} and some settings of the provider into a template as they are.
 */
final class AuthorizationAddress {

    private static final String PROMPT_SETTING = "prompt";
    private static final List<String> SETTINGS = List.of("clientId", "defaultScope", PROMPT_SETTING);

    private final OIDCIdentityProviderConfig provider;
    private final AuthenticationSessionModel signIn;

    /**
     * The address for one sign-in.
     *
     * @param provider the provider's own copy of its configuration, which is changed while Keycloak reads it
     */
    AuthorizationAddress(OIDCIdentityProviderConfig provider, AuthenticationSessionModel signIn) {
        this.provider = provider;
        this.signIn = signIn;
    }

    /** Makes the address; notes and configuration are as before afterwards. */
    UriBuilder build(Supplier<UriBuilder> keycloak) {
        Map<String, String> settings = provider.getConfig();
        Map<String, String> before = new HashMap<>(settings);
        Optional<String> hint = take(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        Optional<String> prompt = take(OAuth2Constants.PROMPT);
        try {
            SETTINGS.forEach(name -> settings.computeIfPresent(name, (key, value) -> QueryText.encode(value)));
            UriBuilder address = keycloak.get();
            if (provider.isLoginHint() || isForwarded(OIDCLoginProtocol.LOGIN_HINT_PARAM)) {
                hint.ifPresent(
                        text -> address.replaceQueryParam(OIDCLoginProtocol.LOGIN_HINT_PARAM, QueryText.encode(text)));
            }
            if (before.getOrDefault(PROMPT_SETTING, "").isEmpty()) {
                prompt.ifPresent(text -> address.replaceQueryParam(OAuth2Constants.PROMPT, QueryText.encode(text)));
            }
            return address;
        } finally {
            settings.putAll(before);
            hint.ifPresent(text -> signIn.setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, text));
            prompt.ifPresent(text -> signIn.setClientNote(OAuth2Constants.PROMPT, text));
        }
    }

    private Optional<String> take(String note) {
        Optional<String> text = Optional.ofNullable(signIn.getClientNote(note));
        signIn.removeClientNote(note);
        return text;
    }

    private boolean isForwarded(String parameter) {
        String names = provider.getForwardParameters();
        return names != null
                && Arrays.stream(names.split(",")).map(String::strip).anyMatch(parameter::equals);
    }
}
