package com.micloud.signin.token;

import com.micloud.signin.application.Application;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.GrantLedger;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.RefreshToken;

/**
 * One use of a refresh token, judged by what the client session remembers of its grant and by what the application says
 * (spec: "Coming back"; "Settled points", refresh). A refusal ends the grant, and no other of the same client session.
 */
final class Refresh {

    private static final String USED = "micloud.refreshed.";

    /** Seconds within which two uses of one token may reach two nodes before either has written what it did. */
    private static final long RACE = 120;

    private final KeycloakSession session;
    private final GrantLedger ledger;
    private final Application application;
    private final Grant grant;
    private final RefreshToken used;

    Refresh(
            KeycloakSession session,
            AuthenticatedClientSessionModel clientSession,
            Application application,
            Grant grant,
            RefreshToken used) {
        this.session = session;
        this.ledger = GrantLedger.of(clientSession);
        this.application = application;
        this.grant = grant;
        this.used = used;
    }

    /** Why the grant had ended before; its reason stays, whatever has changed since. */
    Optional<Refusal> ended() {
        return ledger.ended(grant);
    }

    /** Why the application may not go on with this token; empty when it may. */
    Optional<Refusal> refusal() {
        if (application.refreshTokenRotation() && !isFirstUse()) {
            return Optional.of(Refusal.REFRESH_TOKEN_REUSED);
        }
        return declared().continues(grant.version()) ? Optional.empty() : Optional.of(Refusal.APPLICATION_UPDATED);
    }

    /** Of two uses at the same time only one comes first, on whichever node; of two in turn the later one is told by the notes. */
    private boolean isFirstUse() {
        return ledger.isNext(grant, used.getId()) && session.singleUseObjects().putIfAbsent(USED + used.getId(), RACE);
    }

    void refuse(Refusal refusal) {
        ledger.end(grant, refusal, end(used));
    }

    /** Notes the token that came of this use. */
    void issued(RefreshToken next) {
        if (application.refreshTokenRotation()) {
            ledger.noteNext(grant, next.getId(), GrantLedger.later(end(used), end(next)));
        }
    }

    /** Until when a token is good, in seconds since the epoch; offline tokens may be without end. */
    private static long end(RefreshToken token) {
        return Optional.ofNullable(token.getExp()).filter(exp -> exp > 0).orElse(GrantLedger.NEVER);
    }

    private AppVersion declared() {
        return AppVersion.declared(Optional.ofNullable(
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(AppVersion.PARAMETER)));
    }
}
