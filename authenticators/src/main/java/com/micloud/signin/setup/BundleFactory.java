package com.micloud.signin.setup;

import com.micloud.signin.keycloak.Bundle;
import org.keycloak.provider.ProviderFactory;

/** The type by which Keycloak finds {@link BundleStart}. */
public interface BundleFactory extends ProviderFactory<Bundle> {}
