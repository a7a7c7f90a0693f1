package com.micloud.signin.demopage;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.SAML2Object;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.saml.SAMLRequestParser;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.services.Urls;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.urls.UrlType;

/** What answers below {@code /realms/<realm>/demo}. */
public final class DemoResource {

    private static final String HTML = "text/html; charset=utf-8";
    private static final int LONGEST_HINT = 1000;

    /** A form may lead to a provider at any address, and browsers hold the whole way there against this rule. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src data:;"
            + " form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Addresses addresses;
    private final Pages pages;
    private final StyleSheet style;
    private final OidcSide oidc;
    private final SamlSide saml;

    DemoResource(KeycloakSession session, HttpClient http, StyleSheet style, Optional<String> internalUrl) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.style = style;
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        this.addresses = new Addresses(Urls.realmIssuer(base, realm.getName()));
        this.pages = new Pages(
                addresses,
                style.version(),
                new Pages.PasswordPages(serves("changepassword"), serves("forgotpassword")));
        this.oidc = new OidcSide(session, addresses, new Portal(http, realmAddresses(base, internalUrl)));
        this.saml = new SamlSide(session, addresses);
    }

    @GET
    @Produces(HTML)
    public Response home() {
        List<Application> applications = Application.allOf(realm);
        if (applications.isEmpty()) {
            throw new NotFoundException();
        }
        Visitor visitor = visitor();
        Drawer drawer = drawer(visitor);
        List<Pages.Card> cards = applications.stream()
                .flatMap(application ->
                        drawer.find(application.clientId()).map(held -> card(application, held)).stream())
                .toList();
        return html(
                200,
                visitor,
                pages.home(applications, cards, TryThese.users(), query("state").equals("signed-out")));
    }

    @GET
    @Path("style.css")
    @Produces("text/css; charset=utf-8")
    public Response style() {
        return plain(Response.ok(style.text()))
                .header("Cache-Control", "max-age=86400")
                .build();
    }

    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start() {
        Optional<Application> application = Application.find(realm, form("client_id"));
        if (application.isEmpty()) {
            return problem(Problem.unknownApplication());
        }
        Hints hints = Hints.of(this::form);
        if (hints.parameters().values().stream().anyMatch(hint -> hint.length() > LONGEST_HINT)) {
            return problem(new Problem(
                    400, "That is too long", "A hint may have " + LONGEST_HINT + " characters at most.", ""));
        }
        Visitor visitor = visitor();
        return redirect(
                visitor,
                application.get().saml()
                        ? saml.authentication(application.get(), hints, drawer(visitor))
                        : oidc.authorization(application.get(), hints, drawer(visitor)));
    }

    /** Whoever comes back to the address of a form that was posted before finds the page again. */
    @GET
    @Path("{form: start|refresh|sign-out|forget}")
    public Response formAddress() {
        return redirect(visitor(), URI.create(addresses.demo()));
    }

    @GET
    @Path("callback")
    @Produces(HTML)
    public Response callback() {
        Visitor visitor = visitor();
        Drawer drawer = drawer(visitor);
        Optional<Pending.Oidc> question = drawer.take(query("state"))
                .filter(Pending.Oidc.class::isInstance)
                .map(Pending.Oidc.class::cast)
                .filter(asked -> Application.find(realm, asked.clientId()).isPresent());
        if (question.isEmpty()) {
            return problem(Problem.notAsked());
        }
        if (!query("error").isEmpty()) {
            return problem(Problem.fromPortal(query("error"), query("error_description")));
        }
        List<String> issuers =
                session.getContext().getUri().getQueryParameters().getOrDefault("iss", List.of());
        if (!issuers.stream().allMatch(addresses.realm()::equals)) {
            return problem(Problem.untrusted("The answer names another issuer: " + String.join(", ", issuers)));
        }
        return finish(visitor, oidc.redeem(question.get(), query("code")));
    }

    @GET
    @Path("application")
    @Produces(HTML)
    public Response application() {
        Optional<Application> application = Application.find(realm, query("client_id"));
        if (application.isEmpty()) {
            return problem(Problem.unknownApplication());
        }
        Visitor visitor = visitor();
        Optional<SignedIn> held = drawer(visitor).find(application.get().clientId());
        if (held.isEmpty()) {
            return redirect(visitor, URI.create(addresses.demo()));
        }
        String userinfo = held.get() instanceof SignedIn.Oidc tokens ? oidc.userinfo(tokens) : "";
        return html(200, visitor, pages.application(card(application.get(), held.get()), userinfo));
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refresh() {
        Visitor visitor = visitor();
        Optional<SignedIn> held = held(visitor);
        return held.isPresent() && held.get() instanceof SignedIn.Oidc tokens
                ? finish(visitor, oidc.refresh(tokens, form(Hints.APP_VERSION).strip()))
                : redirect(visitor, URI.create(addresses.demo()));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        Visitor visitor = visitor();
        Optional<SignedIn> held = held(visitor);
        if (held.isEmpty()) {
            return redirect(visitor, URI.create(addresses.demo()));
        }
        Drawer drawer = drawer(visitor);
        drawer.discard(held.get().clientId());
        return redirect(
                visitor,
                held.get() instanceof SignedIn.Oidc tokens
                        ? oidc.endSession(tokens)
                        : saml.logout((SignedIn.Saml) held.get(), drawer));
    }

    @POST
    @Path("forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response forget() {
        Visitor visitor = visitor();
        held(visitor).ifPresent(held -> drawer(visitor).discard(held.clientId()));
        return redirect(visitor, URI.create(addresses.demo()));
    }

    @POST
    @Path("saml")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    public Response samlPost() {
        if (!form("SAMLRequest").isEmpty()) {
            return logoutRequested(SAMLRequestParser.parseRequestPostBinding(form("SAMLRequest")), form("RelayState"));
        }
        return samlAnswer(SAMLRequestParser.parseResponsePostBinding(form("SAMLResponse")), form("RelayState"));
    }

    /** Only the end of a sign-out may come this way; assertions and the portal's own requests come by POST. */
    @GET
    @Path("saml")
    @Produces(HTML)
    public Response samlRedirect() {
        return query("SAMLResponse").isEmpty()
                ? problem(Problem.notAsked())
                : signedOut(SAMLRequestParser.parseResponseRedirectBinding(query("SAMLResponse")), query("RelayState"));
    }

    private Response samlAnswer(SAMLDocumentHolder holder, String relayState) {
        if (holder == null || !(holder.getSamlObject() instanceof ResponseType response)) {
            return signedOut(holder, relayState);
        }
        Visitor visitor = visitor();
        Optional<Pending.SamlSignIn> question = drawer(visitor)
                .take(relayState)
                .filter(Pending.SamlSignIn.class::isInstance)
                .map(Pending.SamlSignIn.class::cast)
                .filter(asked -> Application.find(realm, asked.clientId()).isPresent());
        if (question.isEmpty()) {
            return problem(Problem.notAsked());
        }
        SamlSide.Outcome outcome = saml.accept(question.get(), holder, response);
        if (outcome instanceof SamlSide.Outcome.Failure failure) {
            return problem(failure.problem());
        }
        return show(visitor, ((SamlSide.Outcome.Success) outcome).signedIn());
    }

    private Response signedOut(SAMLDocumentHolder holder, String relayState) {
        Visitor visitor = visitor();
        boolean asked = holder != null
                && holder.getSamlObject() instanceof StatusResponseType response
                && drawer(visitor)
                        .take(relayState)
                        .filter(Pending.SamlSignOut.class::isInstance)
                        .map(Pending.SamlSignOut.class::cast)
                        .filter(question -> SamlSide.answers(question, response))
                        .isPresent();
        return asked
                ? redirect(visitor, URI.create(addresses.demo() + "?state=signed-out"))
                : problem(Problem.notAsked());
    }

    /** The portal ends the session for all applications and tells this one in the browser. */
    private Response logoutRequested(SAMLDocumentHolder holder, String relayState) {
        SAML2Object message = holder == null ? null : holder.getSamlObject();
        if (!(message instanceof LogoutRequestType request) || !saml.signed(holder)) {
            return problem(Problem.untrusted("This is not a request to sign out that the realm has signed."));
        }
        Visitor visitor = visitor();
        Drawer drawer = drawer(visitor);
        Optional<SignedIn.Saml> held = Application.allOf(realm).stream()
                .filter(Application::saml)
                .flatMap(application -> drawer.find(application.clientId()).stream())
                .filter(SignedIn.Saml.class::isInstance)
                .map(SignedIn.Saml.class::cast)
                .filter(candidate -> request.getSessionIndex().contains(candidate.sessionIndex()))
                .findFirst();
        held.ifPresent(found -> drawer.discard(found.clientId()));
        String clientId = held.map(SignedIn.Saml::clientId)
                .or(() -> Application.allOf(realm).stream()
                        .filter(Application::saml)
                        .map(Application::clientId)
                        .findFirst())
                .orElse("");
        return redirect(visitor, saml.loggedOut(request, clientId, relayState));
    }

    private Response finish(Visitor visitor, OidcSide.Outcome outcome) {
        return outcome instanceof OidcSide.Outcome.Success success
                ? show(visitor, success.signedIn())
                : problem(((OidcSide.Outcome.Failure) outcome).problem());
    }

    private Response show(Visitor visitor, SignedIn signedIn) {
        drawer(visitor).keep(signedIn);
        return redirect(visitor, URI.create(addresses.application(signedIn.clientId())));
    }

    private Pages.Card card(Application application, SignedIn held) {
        return new Pages.Card(application, held, Standing.of(session, held));
    }

    /** What the application named in the form holds for this visitor. */
    private Optional<SignedIn> held(Visitor visitor) {
        return Application.find(realm, form("client_id"))
                .flatMap(application -> drawer(visitor).find(application.clientId()));
    }

    private Visitor visitor() {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getCookies()
                        .get(Visitor.COOKIE))
                .flatMap(cookie -> Visitor.of(cookie.getValue()))
                .orElseGet(Visitor::unknown);
    }

    private Drawer drawer(Visitor visitor) {
        return new Drawer(session.singleUseObjects(), visitor);
    }

    private boolean serves(String page) {
        return session.getProvider(RealmResourceProvider.class, page) != null;
    }

    private List<String> realmAddresses(URI base, Optional<String> internalUrl) {
        return internalUrl
                .map(configured -> List.of(Urls.realmIssuer(URI.create(configured), realm.getName())))
                .orElseGet(() -> Stream.of(
                                base,
                                URI.create("http://127.0.0.1:"
                                        + session.getContext().getConnection().getLocalPort()
                                        + base.getRawPath()))
                        .map(address -> Urls.realmIssuer(address, realm.getName()))
                        .distinct()
                        .toList());
    }

    private String form(String name) {
        return only(session.getContext().getHttpRequest().getDecodedFormParameters(), name);
    }

    private String query(String name) {
        return only(session.getContext().getUri().getQueryParameters(), name);
    }

    /** A parameter that is sent twice is taken for one that was not sent: nobody can say which one was meant. */
    private static String only(MultivaluedMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    private Response redirect(Visitor visitor, URI target) {
        return plain(Response.seeOther(target))
                .cookie(visitor.cookie(addresses))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response problem(Problem problem) {
        return html(problem.status(), visitor(), pages.problem(problem));
    }

    private Response html(int status, Visitor visitor, Html page) {
        return plain(Response.status(status).type(HTML).entity(page.toString()))
                .cookie(visitor.cookie(addresses))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Frame-Options", "DENY")
                .build();
    }

    /** The realm's own headers would replace these, and they allow more than this page needs. */
    private Response.ResponseBuilder plain(Response.ResponseBuilder response) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        return response.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "none");
    }
}
