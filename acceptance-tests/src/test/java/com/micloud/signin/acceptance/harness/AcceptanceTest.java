package com.micloud.signin.acceptance.harness;

import com.micloud.signin.acceptance.harness.portal.PortalExtension;
import com.micloud.signin.acceptance.harness.real.RealBrowserExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class whose tests may ask for the running portal and for a browser. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({PortalExtension.class, RealBrowserExtension.class})
public @interface AcceptanceTest {}
