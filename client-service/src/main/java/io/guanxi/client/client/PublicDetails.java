package io.guanxi.client.client;

import java.util.List;
import java.util.UUID;

/**
 * What other services may know of a client.
 *
 * @param organisationName null for a person
 * @param address null for a person, whose address is personal data
 * @param parentId the group the client belongs to
 */
public record PublicDetails(
        ClientKind kind,
        String organisationName,
        Address address,
        String segment,
        UUID parentId,
        List<Flag> flags,
        KeyLevel keyLevel,
        List<ExternalId> externalIds,
        Source source,
        Stage stage,
        ClientState state) {

    /** What is left of a client that was erased. */
    public PublicDetails erased() {
        return new PublicDetails(
                kind,
                organisationName,
                address,
                segment,
                parentId,
                flags,
                keyLevel,
                externalIds,
                source,
                stage,
                ClientState.ERASED);
    }

    public PublicDetails {
        flags = flags == null ? List.of() : flags.stream().distinct().sorted().toList();
        externalIds = externalIds == null ? List.of() : externalIds.stream().distinct().toList();
    }
}
