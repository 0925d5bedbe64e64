package io.guanxi.kit.eventsourcing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids: version 7 for new things (they sort by age), version 5 for what follows from a name. */
public final class Uuids {
    private static final TimeBasedEpochGenerator V7 = Generators.timeBasedEpochGenerator();

    private Uuids() {}

    public static UUID v7() {
        return V7.generate();
    }

    /** RFC 9562 version 5 of the UTF-8 name in the namespace. */
    public static UUID v5(UUID namespace, String name) {
        NameBasedGenerator generator = Generators.nameBasedGenerator(namespace);
        return generator.generate(name);
    }
}
