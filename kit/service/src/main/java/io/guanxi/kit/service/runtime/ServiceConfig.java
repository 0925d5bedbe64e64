package io.guanxi.kit.service.runtime;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a service is told by its environment, apart from addresses of the framework's parts. */
@Singleton
public class ServiceConfig {
    private final String service;
    private final boolean demoClock;
    private final boolean consumesDirectory;

    ServiceConfig(
            @ConfigProperty(name = "guanxi.service") String service,
            @ConfigProperty(name = "guanxi.demo-clock") boolean demoClock,
            @ConfigProperty(name = "guanxi.directory.consume") boolean consumesDirectory) {
        this.service = service;
        this.demoClock = demoClock;
        this.consumesDirectory = consumesDirectory;
    }

    /** The service's name, as in {@code ce_source}. */
    public String service() {
        return service;
    }

    /** Whether the business clock may be moved. */
    public boolean demoClock() {
        return demoClock;
    }

    /** False in the service that owns the book and writes its tables in its own appends. */
    public boolean consumesDirectory() {
        return consumesDirectory;
    }
}
