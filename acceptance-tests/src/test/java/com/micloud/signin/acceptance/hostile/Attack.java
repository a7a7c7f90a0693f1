package com.micloud.signin.acceptance.hostile;

import java.util.List;
import java.util.Set;

/** A hostile request: what it is aimed at, and how the honest request is spoilt. */
record Attack(Target target, List<Change> changes) {
    /** What people type, and what proves something: nobody else is to read it. */
    private static final Set<String> PERSONAL = Set.of(
            "username",
            "password",
            "password-new",
            "password-confirm",
            "account",
            "accountIdentifier",
            "login_hint",
            "account_hint",
            "code_verifier",
            "client_secret",
            "client_assertion",
            "refresh_token",
            "access_token",
            "token",
            "id_token_hint",
            "assertion",
            "subject_token",
            "device_code",
            "logout_token",
            "key");

    /** The request of a browser, which carries the mark where it can. */
    WireRequest request(Scene scene, Live live, String mark) {
        var draft = target.draft(scene, live);
        changes.forEach(change -> change.spoil(draft, mark));
        return draft.request();
    }

    /** Whether a value of that family is among what is sent. */
    boolean uses(Family family) {
        return changes.stream().flatMap(change -> change.hostile().stream()).anyMatch(family.payloads()::contains);
    }

    /** Whether what is sent, and nothing else that carries the mark, stands where people or secrets are named. */
    boolean isPersonal() {
        return changes.size() == 1 && changes.get(0) instanceof Change.Value value && PERSONAL.contains(value.name());
    }
}
