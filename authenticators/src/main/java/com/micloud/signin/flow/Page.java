package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.guard.RefusalPage;
import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.password.ReturnAddress;
import com.micloud.signin.password.change.PasswordPage;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.Route;
import com.micloud.signin.session.ProviderVisit.Trouble;
import jakarta.ws.rs.core.Response;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages of the flow: the template, and the facts for its attribute {@code micloud}. */
final class Page {

    /** More accounts than this are searched, never listed: a longer drop-down is slower to read than to type. */
    static final int LIST_LIMIT = 50;

    /** More accounts than this and typing comes first. */
    private static final int SHORT_LIST = 10;

    private final AuthenticationFlowContext context;
    private final Journey journey;
    private final LoginFormsProvider form;
    private final Map<String, Object> model = new HashMap<>();

    Page(AuthenticationFlowContext context, Journey journey) {
        this.context = context;
        this.journey = journey;
        // Without a user Keycloak does not look through all memberships to draw the page.
        this.form = context.form().setUser(null);
        model.put("title", journey.application().title());
        model.put(
                "restartUrl",
                LoginActions.restart(context.getSession(), context.getAuthenticationSession())
                        .toString());
        journey.signIn().username().ifPresent(username -> model.put("username", username));
    }

    /** Shows a message at one field, or on top of the page when the field is empty. */
    Page error(String field, String message, Object... parameters) {
        if (field.isEmpty()) {
            form.setError(message, parameters);
        } else {
            form.addError(new FormMessage(field, message, parameters));
        }
        return this;
    }

    /** Offers to remember whoever signs in. */
    Page rememberMe(boolean ticked) {
        model.put("rememberMe", ticked);
        return this;
    }

    Response username(String typed) {
        model.put("username", typed);
        return draw("login-username.ftl");
    }

    /** Asks whose password is to be changed. */
    Response passwordOwner(String typed) {
        model.put("title", "${updatePasswordTitle}");
        return username(typed);
    }

    /** The three fields with which a password is changed. */
    Response passwordChange() {
        model.putAll(PasswordPage.model(true));
        if (offersReset()) {
            model.put("forgotPasswordUrl", ReturnAddress.forgotPassword(context.getSession(), returnAddress()));
        }
        return draw("login-update-password.ftl");
    }

    /** The password is changed; the way back leads to the application that sent the user here. */
    Response passwordChanged() {
        // Nobody is signed in, and "Not you?" would come too late.
        model.remove("username");
        returnAddress().ifPresent(back -> {
            model.put("applicationName", back.name());
            form.setAttribute("pageRedirectUri", back.url());
        });
        form.setAttribute("messageHeader", "micloudPasswordChangedTitle")
                .setAttribute("micloud", model)
                .setSuccess("micloudPasswordChanged");
        return form.createInfoPage();
    }

    /** The page for users whose organization keeps their password. */
    Response passwordElsewhere() {
        returnAddress().ifPresent(back -> {
            model.put("applicationName", back.name());
            model.put("applicationUrl", back.url());
        });
        return draw("micloud-password-elsewhere.ftl");
    }

    /** The page for users whose record only their organizations keep. */
    Response recordElsewhere() {
        model.put(
                "providers",
                journey.choices().stream()
                        .flatMap(account -> journey.methodsOf(account).providers().stream())
                        .map(Provider::name)
                        .distinct()
                        .sorted()
                        .toList());
        return draw("micloud-record-elsewhere.ftl");
    }

    boolean offersReset() {
        return context.getRealm().isResetPasswordAllowed()
                && returnAddress()
                        .map(back -> ClientApplications.of(back.client()).forgotPassword())
                        .orElse(true);
    }

    private Optional<ReturnAddress> returnAddress() {
        return ReturnAddress.of(context.getSession(), context.getAuthenticationSession());
    }

    /** "Multiple accounts located", with what may be listed and what was entered before. */
    Response accounts(List<Account> listed, AccountForm entered) {
        int count = journey.choices().size();
        boolean tooMany = listed.size() > LIST_LIMIT;
        model.put("accountCount", count);
        model.put("accountsListed", !listed.isEmpty() && !tooMany);
        model.put("accounts", tooMany ? List.of() : options(listed, entered.number()));
        model.put("typedFirst", listed.size() > SHORT_LIST);
        model.put("account", entered.number());
        model.put("accountIdentifier", entered.typed());
        return draw("micloud-accounts.ftl");
    }

    /** The accounts that a search found, as the drop-down. */
    Response accountsFound(List<Account> found, AccountForm entered) {
        model.put("accountCount", journey.choices().size());
        model.put("matches", options(found, found.size() == 1 ? found.get(0).number() : entered.number()));
        model.put("accountIdentifier", entered.typed());
        return draw("micloud-accounts.ftl");
    }

    Response password(List<Provider> beside) {
        boolean offersReset =
                journey.application().forgotPassword() && context.getRealm().isResetPasswordAllowed();
        model.put("forgotPassword", offersReset);
        model.put(
                "forgotPasswordUrl",
                LoginActions.forgotPassword(context.getSession(), context.getAuthenticationSession())
                        .toString());
        model.put("providers", providers(beside));
        journey.shownAccount().ifPresent(sign -> sign.putOn(form));
        return draw("login-password.ftl");
    }

    Response singleSignOn(Route route, SignInMethods methods) {
        model.put("providers", providers(methods.providers()));
        model.put("passwordAllowed", route.takesPassword());
        journey.shownAccount().ifPresent(sign -> sign.putOn(form));
        journey.signIn().visit().trouble().ifPresent(trouble -> explain(trouble, methods));
        model.put(
                "mode",
                switch (route) {
                    case TROUBLE, TROUBLE_OR_PASSWORD -> "trouble";
                    case CHOOSE_PROVIDER -> "choose";
                    default -> "preferred";
                });
        return draw("micloud-single-sign-on.ftl");
    }

    private void explain(Trouble trouble, SignInMethods methods) {
        String name = methods.providers().stream()
                .filter(provider -> journey.signIn().visit().provider().equals(Optional.of(provider.alias())))
                .map(Provider::name)
                .findFirst()
                .orElse("");
        form.setError(trouble == Trouble.CANCELLED ? "micloudProviderCancelled" : "micloudProviderFailed", name)
                .setStatus(Response.Status.BAD_GATEWAY);
    }

    Response refused(Refusal refusal) {
        return RefusalPage.draw(context.getSession(), context.getAuthenticationSession(), form, refusal);
    }

    private Response draw(String template) {
        return FormFacts.watched(form, context.getAuthenticationSession())
                .setAttribute("micloud", model)
                .createForm(template);
    }

    private List<Map<String, Object>> options(List<Account> accounts, String selected) {
        Locale locale = context.getSession().getContext().resolveLocale(null);
        Collator collator = Collator.getInstance(locale);
        return accounts.stream()
                .sorted(Comparator.comparing(Account::name, collator).thenComparing(Account::number))
                .map(account -> Map.<String, Object>of(
                        "number", account.number(),
                        "name", account.name(),
                        "label", account.partnerLabel(),
                        "selected", account.number().equals(selected)))
                .toList();
    }

    private static List<Map<String, Object>> providers(List<Provider> providers) {
        return providers.stream()
                .map(provider -> Map.<String, Object>of(
                        "alias", provider.alias(),
                        "name", provider.name(),
                        "id", providers.size() == 1 ? "sso" : "sso-" + provider.alias()))
                .toList();
    }
}
