package io.guanxi.kit.service.personal;

import io.guanxi.kit.eventsourcing.PersonalCipher;
import io.guanxi.kit.service.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/** A key for every subject, wrapped by the master key; destroyed, its data are gone for ever. */
@ApplicationScoped
public class SubjectKeys implements PersonalCipher {
    private final SubjectKeyTable table;
    private final Identifiers identifiers;
    private final KeyCache cache = new KeyCache();

    SubjectKeys(SubjectKeyTable table, Identifiers identifiers) {
        this.table = table;
        this.identifiers = identifiers;
    }

    @Override
    public byte[] encrypt(UUID subject, byte[] additionalData, byte[] clear) {
        SecretKey key =
                key(subject, true)
                        .orElseThrow(
                                () ->
                                        Problem.conflict(
                                                "subject.erased",
                                                "The person's data were erased; nothing personal"
                                                        + " can be recorded about them."));
        return Sealed.seal(key, additionalData, clear);
    }

    @Override
    public Optional<byte[]> decrypt(UUID subject, byte[] additionalData, byte[] cipher) {
        return key(subject, false).map(key -> Sealed.open(key, additionalData, cipher));
    }

    @Override
    public byte[] keyed(byte[] digest) {
        return identifiers.keyed(digest);
    }

    /** Makes the keys of many subjects in one go, before a bulk append uses them one by one. */
    public void prepare(Collection<UUID> subjects) {
        List<UUID> unknown = subjects.stream().filter(one -> cache.get(one) == null).toList();
        table.create(unknown);
        table.find(unknown).forEach(cache::put);
    }

    /** Destroys the subject's key, durably; what was encrypted under it reads as null for ever. */
    public void destroy(UUID subject) {
        table.destroy(subject);
        cache.put(subject, Optional.empty());
    }

    /** Forgets the keys that were destroyed through another instance of the service. */
    void forgetDestroyed() {
        // Twice as far back as a key may be here.
        table.destroyedWithin(KeyCache.LONGEST.multipliedBy(2))
                .forEach(subject -> cache.put(subject, Optional.empty()));
    }

    /** Wraps every key anew under the current master key; ends with none under an earlier one. */
    public int rewrap() {
        return table.rewrap();
    }

    private Optional<SecretKey> key(UUID subject, boolean create) {
        Optional<SecretKey> known = cache.get(subject);
        if (known != null) {
            return known;
        }
        Optional<Optional<SecretKey>> stored = table.find(subject);
        if (stored.isEmpty() && create) {
            table.create(List.of(subject));
            stored = table.find(subject);
        }
        // A key that is missing altogether is not remembered: it may be made any moment.
        stored.ifPresent(key -> cache.put(subject, key));
        return stored.orElse(Optional.empty());
    }
}
