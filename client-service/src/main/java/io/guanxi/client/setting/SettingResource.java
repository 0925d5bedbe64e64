package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.settings.SettingsSchemas;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The numbers of the business over HTTP. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.RM,
    Roles.SUPERVISOR,
    Roles.HEAD,
    Roles.OPERATIONS,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Tag(name = "settings")
class SettingResource {
    private static final int ACCEPTED = 202;

    /** A setting as it shall be. */
    record SettingBody(@NotNull ObjectNode document) {}

    /** All settings. */
    record SettingList(List<SettingCard> items) {}

    /** All versions of a setting. */
    record VersionList(List<SettingCard.Version> items) {}

    private final SettingChanging changing;
    private final FourEyes approvals;
    private final Requests requests;

    SettingResource(SettingChanging changing, FourEyes approvals, Requests requests) {
        this.changing = changing;
        this.approvals = approvals;
        this.requests = requests;
    }

    @GET
    @Operation(operationId = "listSettings", summary = "List the settings of the suite")
    public SettingList list() {
        return new SettingList(
                SettingsSchemas.names().stream()
                        .map(name -> changing.find(name).state())
                        .map(s -> new SettingCard(s.name(), s.version(), null, s.approval()))
                        .toList());
    }

    @GET
    @Path("/{name}")
    @APIResponseSchema(value = SettingCard.class, responseCode = "200")
    @Operation(operationId = "readSetting", summary = "Read a setting, as it is or as it was")
    public Response read(@PathParam("name") String name, @BeanParam PastQuery query) {
        Loaded<SettingCard> setting = changing.find(name, query.past());
        return Answers.thing(setting.version(), setting.state());
    }

    @GET
    @Path("/{name}/history")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(operationId = "listSettingHistory", summary = "List what was recorded of a setting")
    public Response history(
            @PathParam("name") String name, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, changing.history(name, paging));
    }

    @GET
    @Path("/{name}/changes")
    @Operation(
            operationId = "listSettingChanges",
            summary = "List the fields of a setting that differ between two instants")
    public Changes changes(@PathParam("name") String name, @BeanParam ChangesQuery query) {
        return changing.changes(name, query);
    }

    @GET
    @Path("/{name}/versions")
    @Operation(operationId = "listSettingVersions", summary = "List all versions of a setting")
    public VersionList versions(@PathParam("name") String name) {
        return new VersionList(changing.versions(name));
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed(Roles.ADMIN)
    @APIResponseSchema(value = SettingCard.class, responseCode = "202")
    @Operation(
            operationId = "changeSetting",
            summary = "Ask for another document; a second administrator allows it",
            description =
                    "The whole document, checked against its schema. Once allowed it is in force"
                            + " in every service within a second.")
    public Response change(@PathParam("name") String name, @NotNull @Valid SettingBody body) {
        JsonNode document = body.document();
        CommandOutcome outcome = changing.ask(name, document, requests.change(body, ACCEPTED));
        return Answers.changed(outcome, changing.find(name).state());
    }

    @POST
    @Path("/{name}/approval")
    @RolesAllowed(Roles.ADMIN)
    @APIResponseSchema(value = SettingCard.class, responseCode = "200")
    @Operation(operationId = "decideSetting", summary = "Allow a change of a setting, or not")
    public Response decide(@PathParam("name") String name, @NotNull @Valid ApprovalBody body) {
        approvals.requireApprover(SettingChanging.thing(name));
        CommandOutcome outcome = changing.decide(name, body, requests.change(body));
        return Answers.changed(outcome, changing.find(name).state());
    }

    @DELETE
    @Path("/{name}/approval")
    @RolesAllowed(Roles.ADMIN)
    @APIResponseSchema(value = SettingCard.class, responseCode = "200")
    @Operation(operationId = "withdrawSetting", summary = "Withdraw the change of a setting")
    public Response withdraw(@PathParam("name") String name) {
        approvals.requireApprover(SettingChanging.thing(name));
        CommandOutcome outcome = changing.withdraw(name, requests.change(Map.of()));
        return Answers.changed(outcome, changing.find(name).state());
    }
}
