package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.util.List;
import java.util.UUID;

/**
 * A contact person of a client as they are now, without name, phone, mail or birthday. Key: the
 * client.
 */
@EventType(name = "contact-changed", description = "A client's contact as they are now, by id.")
public record ContactChanged(
        UUID contactId,
        UUID clientId,
        List<ContactRole> roles,
        @MayBeAbsent VipLevel vipLevel,
        boolean governmentLeader,
        boolean active) {

    public ContactChanged {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }
}
