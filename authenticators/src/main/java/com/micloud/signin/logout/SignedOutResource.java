package com.micloud.signin.logout;

import com.micloud.signin.keycloak.BrowserSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.util.LocaleUtil;

/** Answers at the page after a log-out. */
public final class SignedOutResource {

    private static final Logger LOG = Logger.getLogger(SignedOutResource.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PendingLogouts pendingLogouts;

    SignedOutResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.pendingLogouts = new PendingLogouts(session);
    }

    /** Says where the user is signed out and where not yet. */
    @GET
    public Response page() {
        Optional<String> id = SignedOutPage.pendingLogout(session);
        Optional<PendingLogout> pendingLogout = id.flatMap(pendingLogouts::find);
        if (BrowserSession.of(session, realm).isPresent()) {
            // An old tab: meanwhile somebody is signed in again, and nothing that it says is true any more.
            id.ifPresent(pendingLogouts::forget);
            SignedOutPage.forget(session);
            return forms().setSuccess(Messages.ALREADY_LOGGED_IN).createInfoPage();
        }
        return pendingLogout
                .map(known -> draw(inLanguage(id.orElseThrow(), known)))
                .orElseGet(this::plain);
    }

    /** Brings the application the answer that it waits for, where that has to be posted. */
    @GET
    @Path("back")
    public Response back() {
        return SignedOutPage.pendingLogout(session)
                .flatMap(pendingLogouts::find)
                .map(PendingLogout::back)
                .filter(back -> !back.samlResponse().isEmpty())
                .map(this::post)
                .orElseGet(() -> SignedOutPage.again(session));
    }

    private Response post(PendingLogout.Back back) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.add(GeneralConstants.URL, back.url());
        form.add(GeneralConstants.SAML_RESPONSE_KEY, back.samlResponse());
        if (!back.relayState().isEmpty()) {
            form.add(GeneralConstants.RELAY_STATE, back.relayState());
        }
        return forms().setFormData(form).createSamlPostForm();
    }

    /** Sends the user to a provider, to sign out there too. */
    @POST
    @Path("there")
    public Response signOutThere() {
        Optional<String> id = SignedOutPage.pendingLogout(session);
        Optional<PendingLogout> pendingLogout = id.flatMap(pendingLogouts::find);
        String alias = Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst("provider"))
                .orElse("");
        return pendingLogout
                .flatMap(known -> known.stays().stream()
                        .filter(stay -> stay.session().alias().equals(alias))
                        .filter(stay -> stay.state() != PendingLogout.State.ENDED)
                        .findFirst()
                        .map(stay -> leave(id.orElseThrow(), known, stay)))
                // By a redirect, so that a reload asks for the page and does not send the form again.
                .orElseGet(() -> SignedOutPage.again(session));
    }

    private Response leave(String id, PendingLogout pendingLogout, PendingLogout.Stay stay) {
        IdentityProviderModel model =
                session.identityProviders().getByAlias(stay.session().alias());
        Optional<String> address = Optional.ofNullable(model).flatMap(PendingLogouts::endsAt);
        if (address.isEmpty()) {
            pendingLogouts.replace(id, pendingLogout.with(stay.session().alias(), PendingLogout.State.UNREACHABLE));
            return SignedOutPage.again(session);
        }
        show(pendingLogout);
        try {
            return new ProviderLogout(session, pendingLogouts).begin(id, stay.session(), model, address.get());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Nobody can sign out at the provider %s: no request can be made for its log-out address (%s).",
                    model.getAlias(), e.getClass().getName());
            LOG.debug("Why no log-out request can be made.", e);
            pendingLogouts.replace(id, pendingLogout.with(model.getAlias(), PendingLogout.State.UNREACHABLE));
            return SignedOutPage.again(session);
        }
    }

    private PendingLogout inLanguage(String id, PendingLogout pendingLogout) {
        String asked =
                session.getContext().getUri().getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (asked == null || realm.getSupportedLocalesStream().noneMatch(asked::equals)) {
            return pendingLogout;
        }
        LocaleUtil.processLocaleParam(session, realm, null);
        PendingLogout changed = pendingLogout.in(asked);
        pendingLogouts.replace(id, changed);
        return changed;
    }

    private Response draw(PendingLogout pendingLogout) {
        show(pendingLogout);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "stays",
                pendingLogout.stays().stream()
                        .map(stay -> view(pendingLogout, stay))
                        .toList());
        String address = SignedOutPage.address(session).getRawPath();
        model.put("action", address + "/there");
        model.put(
                "back",
                pendingLogout.back().samlResponse().isEmpty()
                        ? pendingLogout.back().url()
                        : address + "/back");
        model.put(
                "mailLink",
                pendingLogout
                        .back()
                        .url()
                        .equals(MailLinkResource.onward(session).toString()));
        LoginFormsProvider forms = forms();
        pendingLogout.stays().stream()
                .filter(stay -> stay.state() == PendingLogout.State.FAILED)
                .findFirst()
                .ifPresent(stay -> forms.setError("micloudSignOutThereFailed", stay.name()));
        return forms.setAttribute("micloud", model).createForm("micloud-signed-out.ftl");
    }

    private static Map<String, Object> view(PendingLogout pendingLogout, PendingLogout.Stay stay) {
        boolean only = pendingLogout.stays().size() == 1;
        String alias = stay.session().alias();
        return Map.of(
                "alias",
                alias,
                "name",
                stay.name(),
                "state",
                stay.state().name().toLowerCase(Locale.ROOT),
                "id",
                only ? "sign-out-there" : "sign-out-there-" + alias);
    }

    /** Nothing is known of a log-out of this browser, or not any more; nobody is signed in here all the same. */
    private Response plain() {
        LocaleUtil.processLocaleParam(session, realm, null);
        return forms().setSuccess(Messages.SUCCESS_LOGOUT).createInfoPage();
    }

    private void show(PendingLogout pendingLogout) {
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, pendingLogout.locale());
        Optional.ofNullable(realm.getClientByClientId(pendingLogout.client()))
                .ifPresent(session.getContext()::setClient);
    }

    private LoginFormsProvider forms() {
        return session.getProvider(LoginFormsProvider.class);
    }
}
