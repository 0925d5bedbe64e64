package io.guanxi.kit.service.past;

import java.util.List;

/** A page of a thing's events, for the documentation. */
public record HistoryPage(List<HistoryEntry> items, String next) {}
