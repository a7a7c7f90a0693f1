package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.representations.JsonWebToken;

/** The claim that tells an application the account (spec: "Signing in", 10). */
final class AccountClaim {

    static final String NAME = "micloud_account";

    private AccountClaim() {}

    static Map<String, Object> of(Account account) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", account.id());
        claim.put("number", account.number());
        claim.put("name", account.name());
        if (!account.partnerLabel().isEmpty()) {
            claim.put("partner_label", account.partnerLabel());
        }
        return claim;
    }

    /** The id of the account that a token names; empty when it names none. */
    static Optional<String> idIn(JsonWebToken token) {
        return token.getOtherClaims().get(NAME) instanceof Map<?, ?> claim && claim.get("id") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }
}
