package io.guanxi.kit.service.settings;

import java.util.Set;

/** A CDI event: other documents are in force from now on, and what follows from them is due. */
public record SettingsChange(Set<String> names) {}
