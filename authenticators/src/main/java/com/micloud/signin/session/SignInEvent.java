package com.micloud.signin.session;

import com.micloud.signin.account.Account;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.Route;
import java.util.Optional;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/**
 * The event details of a sign-in beside Keycloak's own. Their names never change after a release. They let an operator
 * find and explain one failed sign-in.
 */
public final class SignInEvent {

    /** Event detail: the number of the account in question. */
    public static final String ACCOUNT = "micloud_account";

    /** Event detail: how the account was opened, or which provider said what was refused. */
    public static final String METHOD = "micloud_method";

    /** Event detail: what the routing table said before the user was let in or refused. */
    public static final String ROUTE = "micloud_route";

    /** Event detail: a stable word for why a sign-in or a refresh was refused. */
    public static final String REFUSAL = "micloud_refusal";

    private final EventBuilder event;

    private SignInEvent(EventBuilder event) {
        this.event = event;
    }

    public static SignInEvent on(EventBuilder event) {
        return new SignInEvent(event);
    }

    public SignInEvent account(Optional<Account> account) {
        account.ifPresent(known -> event.detail(ACCOUNT, known.number()));
        return this;
    }

    public SignInEvent method(Method method) {
        event.detail(METHOD, method.word());
        return this;
    }

    public SignInEvent route(Optional<Route> route) {
        route.ifPresent(known -> event.detail(ROUTE, known.word()));
        return this;
    }

    /** Sends the event of a refused sign-in: {@code user_disabled} or {@code access_denied}, and the precise reason. */
    public void refused(Refusal refusal) {
        refused(refusal, error(refusal));
    }

    /** Sends the event of a refusal under another of Keycloak's error words. */
    public void refused(Refusal refusal, String error) {
        event.detail(REFUSAL, refusal.reason()).error(error);
    }

    /**
     * Makes the event one of a refused sign-in where Keycloak sends it when the request ends. Keycloak takes every page
     * that a flow shows for a success there.
     */
    public void refusedWhenSent(Refusal refusal) {
        event.detail(REFUSAL, refusal.reason()).storeImmediately(true);
        Event sent = event.getEvent();
        if (sent.getError() == null) {
            sent.setType(EventType.valueOf(sent.getType() + "_ERROR"));
        }
        sent.setError(error(refusal));
    }

    private static String error(Refusal refusal) {
        return refusal == Refusal.USER_DISABLED ? Errors.USER_DISABLED : Errors.ACCESS_DENIED;
    }
}
