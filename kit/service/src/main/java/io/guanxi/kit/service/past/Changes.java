package io.guanxi.kit.service.past;

import java.util.List;

/** The fields of a thing that differ between two instants. */
public record Changes(List<FieldChange> items) {}
