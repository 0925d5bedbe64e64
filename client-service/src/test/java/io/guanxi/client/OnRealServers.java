package io.guanxi.client;

import io.guanxi.kit.testing.GuanxiTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a test of the started service its PostgreSQL and Kafka. */
@WithTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "client"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnRealServers {}
