package io.guanxi.local.bank;

/** A number of lines of the source that are not loaded, and why. */
public record LeftOut(String what, long count, String why) {}
