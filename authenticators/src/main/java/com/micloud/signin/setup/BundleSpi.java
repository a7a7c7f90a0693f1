package com.micloud.signin.setup;

import com.micloud.signin.keycloak.Bundle;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Gives the bundle one place at the start of the server; Keycloak has none for extensions as a whole. */
public final class BundleSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "micloud-bundle";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Bundle.class;
    }

    @Override
    public Class<? extends ProviderFactory<Bundle>> getProviderFactoryClass() {
        return BundleFactory.class;
    }
}
