package com.micloud.signin.acceptance.harness.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tests of this class are about times, about hashes, or about the core path: the realm hashes passwords as it ships.
 * Elsewhere it hashes them cheaply, because the hash is most of what a sign-in costs.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithRealHash {}
