package com.micloud.signin.guard;

import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.SignIn;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The page at the end of a refused sign-in: what happened, whom to ask, and a way to start again. */
public final class RefusalPage {

    private RefusalPage() {}

    /** Draws the page with status 403. */
    public static Response draw(
            KeycloakSession session, AuthenticationSessionModel signIn, LoginFormsProvider form, Refusal refusal) {
        ClientModel client = signIn.getClient();
        Map<String, Object> model = new HashMap<>();
        model.put("title", ClientApplications.of(client).title());
        model.put("refusal", refusal.reason());
        model.put("restartUrl", LoginActions.restart(session, signIn).toString());
        FormFacts.homeOf(session, client).ifPresent(home -> {
            model.put("applicationUrl", home);
            model.put("applicationName", client.getName() == null ? client.getClientId() : client.getName());
        });
        SignIn.of(signIn).username().ifPresent(username -> model.put("username", username));
        return form.setUser(null)
                .setAttribute("micloud", model)
                .setError(refusal.messageKey())
                .setStatus(Response.Status.FORBIDDEN)
                .createForm("micloud-refused.ftl");
    }
}
