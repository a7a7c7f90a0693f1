package com.micloud.signin.keycloak;

import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.AuthenticationSessionBean;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Facts that Keycloak gives to its own pages, but not to pages of extensions. */
public final class FormFacts {

    private static final String PASSWORD_CHANGED = "micloud.passwordChanged";

    private FormFacts() {}

    /** Notes for the page that this request may end with that it was the password. */
    public static void notePasswordChanged(KeycloakSession session) {
        session.setAttribute(PASSWORD_CHANGED, true);
    }

    public static boolean isPasswordChanged(KeycloakSession session) {
        return Boolean.TRUE.equals(session.getAttribute(PASSWORD_CHANGED));
    }

    /** Lets the page notice that its sign-in has ended or was finished in another tab. */
    public static LoginFormsProvider watched(LoginFormsProvider form, AuthenticationSessionModel signIn) {
        return form.setAttribute(
                "authenticationSession",
                new AuthenticationSessionBean(signIn.getParentSession().getId(), signIn.getTabId()));
    }

    /** The home page of the application; empty if its client has no address. */
    public static Optional<String> homeOf(KeycloakSession session, ClientModel client) {
        return Optional.ofNullable(client.getBaseUrl())
                .filter(address -> !address.isBlank())
                .map(address -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), address));
    }
}
