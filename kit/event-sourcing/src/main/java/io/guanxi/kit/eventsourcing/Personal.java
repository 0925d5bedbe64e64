package io.guanxi.kit.eventsourcing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event record as personal data: it is taken out of the stored JSON and
 * encrypted under the key of the event's subject. After that key is gone the component reads as
 * null (a primitive is not allowed), so folds must live without it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {}
