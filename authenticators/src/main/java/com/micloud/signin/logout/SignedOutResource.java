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
    private final Departures departures;

    SignedOutResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.departures = new Departures(session);
    }

    /** Says where the user is signed out and where not yet. */
    @GET
    public Response page() {
        Optional<String> id = SignedOut.departure(session);
        Optional<Departure> departure = id.flatMap(departures::find);
        if (BrowserSession.of(session, realm).isPresent()) {
            // An old tab: meanwhile somebody is signed in again, and nothing that it says is true any more.
            id.ifPresent(departures::forget);
            SignedOut.forget(session);
            return forms().setSuccess(Messages.ALREADY_LOGGED_IN).createInfoPage();
        }
        return departure.map(known -> draw(inLanguage(id.orElseThrow(), known))).orElseGet(this::plain);
    }

    /** Brings the application the answer that it waits for, where that has to be posted. */
    @GET
    @Path("back")
    public Response back() {
        return SignedOut.departure(session)
                .flatMap(departures::find)
                .map(Departure::back)
                .filter(back -> !back.samlResponse().isEmpty())
                .map(this::post)
                .orElseGet(() -> SignedOut.again(session));
    }

    private Response post(Departure.Back back) {
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
        Optional<String> id = SignedOut.departure(session);
        Optional<Departure> departure = id.flatMap(departures::find);
        String alias = Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst("provider"))
                .orElse("");
        return departure
                .flatMap(known -> known.stays().stream()
                        .filter(stay -> stay.session().alias().equals(alias))
                        .filter(stay -> stay.state() != Departure.State.ENDED)
                        .findFirst()
                        .map(stay -> leave(id.orElseThrow(), known, stay)))
                // By a redirect, so that a reload asks for the page and does not send the form again.
                .orElseGet(() -> SignedOut.again(session));
    }

    private Response leave(String id, Departure departure, Departure.Stay stay) {
        IdentityProviderModel model =
                session.identityProviders().getByAlias(stay.session().alias());
        Optional<String> address = Optional.ofNullable(model).flatMap(Departures::endsAt);
        if (address.isEmpty()) {
            departures.replace(id, departure.with(stay.session().alias(), Departure.State.UNREACHABLE));
            return SignedOut.again(session);
        }
        show(departure);
        try {
            return new ProviderLogout(session, departures).begin(id, stay.session(), model, address.get());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Nobody can sign out at the provider %s: no request can be made for its log-out address (%s).",
                    model.getAlias(), e.getClass().getName());
            LOG.debug("Why no log-out request can be made.", e);
            departures.replace(id, departure.with(model.getAlias(), Departure.State.UNREACHABLE));
            return SignedOut.again(session);
        }
    }

    private Departure inLanguage(String id, Departure departure) {
        String asked =
                session.getContext().getUri().getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (asked == null || realm.getSupportedLocalesStream().noneMatch(asked::equals)) {
            return departure;
        }
        LocaleUtil.processLocaleParam(session, realm, null);
        Departure changed = departure.in(asked);
        departures.replace(id, changed);
        return changed;
    }

    private Response draw(Departure departure) {
        show(departure);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "stays",
                departure.stays().stream().map(stay -> view(departure, stay)).toList());
        String address = SignedOut.address(session).getRawPath();
        model.put("action", address + "/there");
        model.put(
                "back",
                departure.back().samlResponse().isEmpty() ? departure.back().url() : address + "/back");
        model.put(
                "mailLink",
                departure.back().url().equals(MailLinkResource.onward(session).toString()));
        LoginFormsProvider forms = forms();
        departure.stays().stream()
                .filter(stay -> stay.state() == Departure.State.FAILED)
                .findFirst()
                .ifPresent(stay -> forms.setError("micloudSignOutThereFailed", stay.name()));
        return forms.setAttribute("micloud", model).createForm("micloud-signed-out.ftl");
    }

    private static Map<String, Object> view(Departure departure, Departure.Stay stay) {
        boolean only = departure.stays().size() == 1;
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

    private void show(Departure departure) {
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, departure.locale());
        Optional.ofNullable(realm.getClientByClientId(departure.client())).ifPresent(session.getContext()::setClient);
    }

    private LoginFormsProvider forms() {
        return session.getProvider(LoginFormsProvider.class);
    }
}
