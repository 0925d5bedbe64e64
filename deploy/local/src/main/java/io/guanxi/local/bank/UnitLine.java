package io.guanxi.local.bank;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The body of POST /units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitLine(String id, String name, String parentId, String headId) {}
