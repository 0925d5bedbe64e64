package io.guanxi.client.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.client.body.Shape;
import io.guanxi.kit.eventsourcing.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client as sent: what a create takes, and what a merge patch changes. */
public record ClientBody(
        UUID id,
        @NotNull ClientKind kind,
        @NotBlank @Size(max = Shape.NAME) @Pattern(regexp = Shape.TEXT) String name,
        @Pattern(regexp = Shape.CODE) String segment,
        @Pattern(regexp = Shape.CODE) String unitId,
        UUID parentId,
        @Size(max = 6) List<@NotNull Flag> flags,
        @Size(max = 20) List<@NotNull @Valid ExternalIdBody> externalIds,
        @Valid IdentifiersBody identifiers,
        Source source,
        @Size(max = Shape.NAME) @Pattern(regexp = Shape.TEXT) String referrer,
        @Valid AddressBody address,
        ObjectNode profile) {

    /** A number in another system of the bank. */
    public record ExternalIdBody(
            @NotNull @Pattern(regexp = Shape.CODE) String system,
            @NotNull @Pattern(regexp = Shape.NUMBER) String value) {}

    /** Numbers given by the state or a registry; their check digits must agree. */
    public record IdentifiersBody(String uscc, String lei, String residentId) {

        @JsonIgnore
        @AssertTrue(message = "uscc must be a unified social credit code (GB 32100)")
        public boolean isUsccSound() {
            return uscc == null || CheckDigits.uscc(uscc);
        }

        @JsonIgnore
        @AssertTrue(message = "lei must be a legal entity identifier (ISO 17442)")
        public boolean isLeiSound() {
            return lei == null || CheckDigits.lei(lei);
        }

        @JsonIgnore
        @AssertTrue(message = "residentId must be a resident identity number (GB 11643)")
        public boolean isResidentIdSound() {
            return residentId == null || CheckDigits.residentId(residentId);
        }
    }

    /** A postal address. */
    public record AddressBody(
            @NotBlank @Size(max = 300) @Pattern(regexp = Shape.TEXT) String line,
            @Valid PointBody point) {}

    /** WGS 84 degrees. */
    public record PointBody(
            @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude) {}

    /** The largest profile, as JSON; it is encrypted and stored with every change. */
    public static final int LARGEST_PROFILE = 32 * 1024;

    public static ClientBody of(
            UUID id, String unitId, PublicDetails details, PrivateDetails known) {
        boolean person = details.kind() == ClientKind.PERSON;
        Address address = person ? known.address() : details.address();
        return new ClientBody(
                id,
                details.kind(),
                person ? known.personName() : details.organisationName(),
                details.segment(),
                unitId,
                details.parentId(),
                details.flags(),
                details.externalIds().stream()
                        .map(e -> new ExternalIdBody(e.system(), e.value()))
                        .toList(),
                identifiers(known.identifiers()),
                details.source(),
                known.referrer(),
                address(address),
                Json.MAPPER.valueToTree(known.profile()));
    }

    @JsonIgnore
    @AssertTrue(message = "profile must be at most 32 KiB of JSON")
    public boolean isProfileSmall() {
        return profile == null || profile.toString().length() <= LARGEST_PROFILE;
    }

    /** What others may know; stage, state and key level stay as they were. */
    public PublicDetails publicDetails(Stage stage, ClientState state, KeyLevel keyLevel) {
        boolean person = kind == ClientKind.PERSON;
        return new PublicDetails(
                kind,
                person ? null : name,
                person ? null : addressGiven(),
                segment,
                parentId,
                flags,
                keyLevel,
                externalIds == null
                        ? List.of()
                        : externalIds.stream()
                                .map(e -> new ExternalId(e.system(), e.value()))
                                .toList(),
                source,
                stage,
                state);
    }

    /** What stays encrypted. */
    public PrivateDetails privateDetails() {
        boolean person = kind == ClientKind.PERSON;
        return new PrivateDetails(
                person ? name : null,
                person ? addressGiven() : null,
                identifiersGiven(),
                referrer,
                profile == null
                        ? Map.of()
                        : Json.MAPPER.convertValue(profile, new TypeReference<>() {}));
    }

    private Address addressGiven() {
        if (address == null) {
            return null;
        }
        PointBody point = address.point();
        return new Address(
                address.line(),
                point == null ? null : new Address.Point(point.latitude(), point.longitude()));
    }

    private IdentityNumbers identifiersGiven() {
        return identifiers == null || identifiers.equals(new IdentifiersBody(null, null, null))
                ? null
                : new IdentityNumbers(
                        identifiers.uscc(), identifiers.lei(), identifiers.residentId());
    }

    static IdentifiersBody identifiers(IdentityNumbers numbers) {
        return numbers == null
                ? null
                : new IdentifiersBody(numbers.uscc(), numbers.lei(), numbers.residentId());
    }

    static AddressBody address(Address address) {
        if (address == null) {
            return null;
        }
        Address.Point point = address.point();
        return new AddressBody(
                address.line(),
                point == null ? null : new PointBody(point.latitude(), point.longitude()));
    }
}
