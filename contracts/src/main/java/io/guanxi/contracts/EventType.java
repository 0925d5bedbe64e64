package io.guanxi.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a public event and gives it its name for ever. A change that an old reader
 * would misread takes a new version, as a record beside the old one; adding a component that may be
 * absent does not.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The public name, for example {@code visit-logged}. */
    String name();

    int version() default 1;

    /** One sentence for the JSON Schema and the AsyncAPI document. */
    String description();
}
