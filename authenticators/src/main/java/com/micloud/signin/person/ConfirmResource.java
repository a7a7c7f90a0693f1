package com.micloud.signin.person;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PageLanguage;
import com.micloud.signin.keycloak.PortalAddress;
import com.micloud.signin.logout.MailLinkResourceFactory;
import com.micloud.signin.person.NameChanges.Outcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Answers at the link of a mail that confirms a new address, in any browser. Opening the link changes nothing, because
 * mail scanners open links too. The button on the page confirms.
 */
public final class ConfirmResource {

    static final String TOKEN = "token";

    private static final String OVER = "micloudConfirmOver";
    private static final String TAKEN = "micloudConfirmTaken";

    private final KeycloakSession session;
    private final NameChanges changes;

    ConfirmResource(KeycloakSession session) {
        this.session = session;
        this.changes = new NameChanges(session);
    }

    /** Asks whether the address is to be confirmed; 400 where the link does not count. */
    @GET
    public Response ask() {
        PageLanguage.follow(session);
        String text = only(session.getContext().getUri().getQueryParameters());
        Optional<ChangeToken> token = token(text).filter(changes::counts);
        return token.map(known -> MailLinkResourceFactory.question(session, Optional.of(known.getSubject()))
                        .orElseGet(() -> page(known.change(), text)))
                .orElseGet(() -> refuse(OVER));
    }

    /** Confirms the address; 400 where the link does not count, or the address cannot be had. */
    @POST
    public Response confirm() {
        PageLanguage.follow(session);
        String text = only(session.getContext().getHttpRequest().getDecodedFormParameters());
        Optional<ChangeToken> token = token(text);
        Outcome outcome = token.map(changes::confirm).orElse(Outcome.OVER);
        return switch (outcome) {
            case DONE -> done(token.orElseThrow().change());
            case OVER -> refuse(OVER);
            case TAKEN -> refuse(TAKEN);
        };
    }

    /** Of a parameter that comes twice nobody knows which one is meant. */
    private static String only(MultivaluedMap<String, String> parameters) {
        List<String> values = parameters.getOrDefault(TOKEN, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    private Optional<ChangeToken> token(String text) {
        boolean open = GuardedRealm.isOpen(session.getContext().getRealm());
        return open && !text.isEmpty() ? ChangeToken.read(session, text) : Optional.empty();
    }

    private Response page(NameChange change, String text) {
        return forms().setAttribute(
                        "micloud",
                        Map.of(
                                "address", change.address(),
                                "username", change.username(),
                                "email", change.email(),
                                "token", text,
                                "action",
                                        PortalAddress.of(
                                                        session,
                                                        session.getContext().getRealm(),
                                                        ConfirmResourceFactory.PATH)
                                                .toString()))
                .createForm("micloud-confirm.ftl");
    }

    private Response done(NameChange change) {
        String message = change.username()
                ? (change.email() ? "micloudConfirmedBoth" : "micloudConfirmedUsername")
                : "micloudConfirmedEmail";
        return forms().setAttribute("messageHeader", "micloudConfirmedTitle")
                .setAttribute("skipLink", true)
                .setSuccess(message, change.address())
                .createInfoPage();
    }

    private Response refuse(String message) {
        return forms().setError(message).createErrorPage(Response.Status.BAD_REQUEST);
    }

    private LoginFormsProvider forms() {
        return session.getProvider(LoginFormsProvider.class);
    }
}
