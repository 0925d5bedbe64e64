package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;

/** A setting as its rules see it. */
public sealed interface Setting {
    record BuiltIn() implements Setting {}

    record Changed(int version, JsonNode document) implements Setting {}
}
