package io.guanxi.client.client;

import java.util.Locale;

/** How names and numbers are written where they are searched for. */
final class SearchText {
    private SearchText() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String of(ExternalId id) {
        return id.system() + "|" + id.value();
    }
}
