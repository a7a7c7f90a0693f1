package com.micloud.signin.guard;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.guard.Verdict.Admitted;
import com.micloud.signin.guard.Verdict.AdmittedWithoutAccount;
import com.micloud.signin.provider.ProviderWrites;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.RedemptionKey;
import com.micloud.signin.session.RememberMe;
import com.micloud.signin.session.SessionLabel;
import com.micloud.signin.session.ShownAccount;
import com.micloud.signin.session.SignIn;
import com.micloud.signin.session.SignInEvent;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Writes down what the guard has admitted: in the sign-in, in the session it leads to, in the grant and in the event. */
final class Entry {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel notes;
    private final SignIn signIn;
    private final Optional<UserSessionModel> joined;
    private final Proofs earlier;
    private final long now;

    /**
     * @param joined the session that this sign-in joins; empty for a new one
     * @param earlier what that session has proved
     * @param now milliseconds since the epoch
     */
    Entry(RequiredActionContext context, Optional<UserSessionModel> joined, Proofs earlier, long now) {
        this.context = context;
        this.notes = context.getAuthenticationSession();
        this.signIn = SignIn.of(notes);
        this.joined = joined;
        this.earlier = earlier;
        this.now = now;
    }

    /** Lets the user into an account. */
    void to(Admitted admitted, AccountDirectory directory) {
        ProviderWrites.make(context.getSession(), context.getUser());
        admit();
        ShownAccount.of(notes.getRealm(), directory, admitted.account()).keepIn(notes);
        Grant.of(notes, new BoundAccount(admitted.account().id(), admitted.method()), declaredVersion(), now)
                .bind(notes, redemptionKey());
        SessionLabel.write(context.getSession(), notes, joined, admitted.account());
        if (!signIn.reliesOnSessionOf(context.getUser())) {
            boolean password = admitted.method() instanceof Method.Password;
            earlier.with(
                            admitted.account(),
                            directory.methodsOf(admitted.account()),
                            admitted.method(),
                            password ? signIn.passwordTime() : now)
                    .write(notes);
        }
        SignInEvent.on(context.getEvent())
                .account(Optional.of(admitted.account()))
                .method(admitted.method())
                .route(signIn.route());
    }

    /** Lets the user into an application that needs no account. */
    void withoutAccount(AdmittedWithoutAccount admitted) {
        admit();
        if (signIn.passwordProvedBy(context.getUser())) {
            earlier.withPassword(signIn.passwordTime()).write(notes);
        }
        SignInEvent.on(context.getEvent()).method(admitted.method());
    }

    private void admit() {
        notes.removeRequiredAction(GuardAction.ID);
        RememberMe.of(notes).tell(joined);
        signIn.admit(context.getUser());
    }

    /** What Keycloak will ask of whoever redeems the outcome of this sign-in. */
    private RedemptionKey redemptionKey() {
        return DeviceSignIn.deviceCode(context.getSession(), notes)
                .map(RedemptionKey::ofDevice)
                .orElseGet(() -> RedemptionKey.ofCode(
                        notes.getClientNote(OIDCLoginProtocol.CODE_CHALLENGE_PARAM),
                        notes.getClientNote(OIDCLoginProtocol.NONCE_PARAM)));
    }

    // Keycloak keeps request parameters it does not know under this prefix.
    private AppVersion declaredVersion() {
        return AppVersion.declared(
                Optional.ofNullable(notes.getClientNote("client_request_param_" + AppVersion.PARAMETER)));
    }
}
