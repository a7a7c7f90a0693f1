package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Both ends of one link: the realm that plays a customer's provider, and the entry that the portal has for it. */
sealed interface StandIn permits SamlStandIn, OidcStandIn {

    /** Lets the stand-in realm know the portal. */
    void describePortal(ObjectNode realm);

    /** Lets the portal know the stand-in realm. */
    void describeProvider(ObjectNode identityProvider);
}
