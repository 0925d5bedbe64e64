package io.guanxi.scoring;

import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.scoring.churn.ChurnModel;
import io.guanxi.scoring.value.ValueModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The built-in settings as the service reads them, without a service. */
public final class SettingsDocuments {
    private SettingsDocuments() {}

    public static ValueModels valueModels() {
        return read(ValueModels.NAME, ValueModels.class);
    }

    public static ChurnModel churn() {
        return read(ChurnModel.NAME, ChurnModel.class);
    }

    private static <T> T read(String name, Class<T> type) {
        String path = "/settings/" + name + ".json";
        try (InputStream in = SettingsDocuments.class.getResourceAsStream(path)) {
            return Json.read(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
