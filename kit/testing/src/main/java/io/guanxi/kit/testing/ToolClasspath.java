package io.guanxi.kit.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of the programs that run beside us, as the build wrote them down. */
final class ToolClasspath {
    private static final String RESOURCE = "tools.classpath";

    private ToolClasspath() {}

    static String text() {
        try (InputStream in = ToolClasspath.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        RESOURCE + " is missing: build kit/testing with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path jar(String namePart) {
        List<Path> found =
                Stream.of(text().split(File.pathSeparator))
                        .map(Path::of)
                        .filter(path -> path.getFileName().toString().contains(namePart))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("Not one jar for " + namePart + ": " + found);
        }
        return found.getFirst();
    }
}
