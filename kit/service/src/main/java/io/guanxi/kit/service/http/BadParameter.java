package io.guanxi.kit.service.http;

import jakarta.ws.rs.BadRequestException;

/** A {@link Problem} dressed so that JAX-RS lets it pass. */
final class BadParameter extends BadRequestException {
    private static final long serialVersionUID = 1L;

    BadParameter(Problem problem) {
        super(problem);
    }
}
