package com.micloud.signin.page;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Offers {@link SignInForms} in the place of Keycloak's own pages, which have order 0. */
public final class SignInFormsFactory extends FreeMarkerLoginFormsProviderFactory {

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new SignInForms(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
