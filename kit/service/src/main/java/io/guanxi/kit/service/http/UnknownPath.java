package io.guanxi.kit.service.http;

import jakarta.ws.rs.NotFoundException;

/** A path parameter that cannot be an id: the answer is that of an id nobody knows. */
final class UnknownPath extends NotFoundException {
    private static final long serialVersionUID = 1L;
    private final String parameter;

    UnknownPath(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
