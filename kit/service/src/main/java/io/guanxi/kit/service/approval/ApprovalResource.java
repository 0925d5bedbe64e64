package io.guanxi.kit.service.approval;

import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for a second person, and what became of it, in every service. */
@Path("/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "approvals")
public class ApprovalResource {
    private static final UUID FIRST = new UUID(0, 0);

    /** A page of approvals, for the documentation. */
    public record ApprovalPage(List<ApprovalCard> items, String next) {}

    private final ApprovalTable table;
    private final ApprovalScope scope;

    ApprovalResource(ApprovalTable table, ApprovalScope scope) {
        this.table = table;
        this.scope = scope;
    }

    @GET
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @APIResponseSchema(value = ApprovalPage.class, responseCode = "200")
    @Operation(
            operationId = "listApprovals",
            summary = "List requests for approval: the own ones, and those the caller may decide",
            description = "`assignee=me` narrows it to what waits for the caller's decision.")
    public Response list(
            @QueryParam("assignee") @Pattern(regexp = "me") String assignee,
            @QueryParam("state") @Pattern(regexp = "PENDING|GRANTED|REJECTED|WITHDRAWN|EXPIRED")
                    String state,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        List<String> after = paging.after(2).orElse(List.of("1970-01-01T00:00:00Z", FIRST + ""));
        List<ApprovalCard> rows =
                table.page(
                        scope.visible(),
                        assignee != null,
                        state == null ? null : ApprovalState.valueOf(state),
                        instant(after.getFirst()),
                        uuid(after.getLast()),
                        paging.fetch());
        return Answers.page(
                uri,
                paging.page(rows, card -> new String[] {card.requestedAt() + "", card.id() + ""}));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @APIResponseSchema(value = ApprovalCard.class, responseCode = "200")
    @Operation(operationId = "readApproval", summary = "Read a request for approval")
    public ApprovalCard read(@PathParam("id") UUID id) {
        return table.find(id, scope.visible())
                .orElseThrow(() -> Problem.notFound("approval.unknown"));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursor.invalid();
        }
    }
}
