package com.micloud.signin.acceptance.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A long proof that need not be made at every change: whole runs make it, and so does each run that names its class. */
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WholeRuns.class)
public @interface InWholeRuns {
    /** What other runs leave out, as their closing report says it. */
    String value();
}
