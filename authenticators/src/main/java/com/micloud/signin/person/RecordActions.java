package com.micloud.signin.person;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteAccount;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;

/**
 * Keycloak's required actions that show or change the person's record. Each replaces Keycloak's own and has a gate
 * ({@link OwnProofGate}). The action to change the password has its own rule ({@code PasswordUpdate}).
 */
final class RecordActions {

    private RecordActions() {}

    /** The form of the profile. */
    public static final class UpdateProfile extends OwnProofAction {
        public UpdateProfile() {
            super(new org.keycloak.authentication.requiredactions.UpdateProfile());
        }

        @Override
        OwnProofGate gate(RequiredActionProvider action) {
            return new NameChangeGate(getId(), action, false);
        }
    }

    /** The form of the profile, where the profile is not complete. */
    public static final class VerifyProfile extends OwnProofAction {
        public VerifyProfile() {
            super(new org.keycloak.authentication.requiredactions.VerifyUserProfile());
        }

        @Override
        OwnProofGate gate(RequiredActionProvider action) {
            return new NameChangeGate(getId(), action, false);
        }
    }

    /** The form for the e-mail address. */
    public static final class UpdateEmail extends OwnProofAction {
        public UpdateEmail() {
            super(new org.keycloak.authentication.requiredactions.UpdateEmail());
        }

        @Override
        OwnProofGate gate(RequiredActionProvider action) {
            return new NameChangeGate(getId(), action, true);
        }
    }

    /** The mail that verifies the e-mail address of now. */
    public static final class VerifyEmail extends OwnProofAction {
        public VerifyEmail() {
            super(new org.keycloak.authentication.requiredactions.VerifyEmail());
        }
    }

    /** The enrolment of an authenticator app. */
    public static final class ConfigureTotp extends OwnProofAction {
        public ConfigureTotp() {
            super(new org.keycloak.authentication.requiredactions.UpdateTotp());
        }
    }

    /** The enrolment of a security key. */
    public static final class RegisterKey extends OwnProofAction {
        public RegisterKey() {
            super(new WebAuthnRegisterFactory());
        }
    }

    /** The enrolment of a passkey. */
    public static final class RegisterPasskey extends OwnProofAction {
        public RegisterPasskey() {
            super(new WebAuthnPasswordlessRegisterFactory());
        }
    }

    /** The making of recovery codes. */
    public static final class RecoveryCodes extends OwnProofAction {
        public RecoveryCodes() {
            super(new RecoveryAuthnCodesAction());
        }
    }

    /** The removal of a credential. */
    public static final class DeleteCredential extends OwnProofAction {
        public DeleteCredential() {
            super(new DeleteCredentialAction());
        }
    }

    /** The deletion of the person's own account at Keycloak. */
    public static final class DeleteOwnAccount extends OwnProofAction {
        public DeleteOwnAccount() {
            super(new DeleteAccount());
        }
    }
}
