package io.guanxi.kit.service.toy;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Commands over HTTP, as a service writes them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoteResource {

    public record NewNote(UUID id, @NotBlank String colour, String text) {}

    public record Change(@NotBlank String colour) {}

    public record Shown(UUID id, String colour, String text) {}

    private final Requests requests;
    private final EventStore store;

    NoteResource(Requests requests, EventStore store) {
        this.requests = requests;
        this.store = store;
    }

    @POST
    @Path("notes")
    @APIResponse(responseCode = "201", description = "Written")
    @APIResponse(responseCode = "409", description = "note.already-written")
    public Response write(@Valid NewNote body) {
        return write(Note.NOTES, body);
    }

    @POST
    @Path("scraps")
    @APIResponse(responseCode = "201", description = "Written")
    @APIResponse(responseCode = "409", description = "note.already-written")
    public Response scrap(@Valid NewNote body) {
        return write(Note.SCRAPS, body);
    }

    @PATCH
    @Path("notes/{id}")
    public Response paint(@PathParam("id") UUID id, @Valid Change body) {
        CommandOutcome outcome =
                store.execute(
                        requests.change(body),
                        Note.NOTES,
                        id,
                        new Note.Command.Paint(body.colour()));
        return Answers.changed(outcome, shown(id).body());
    }

    @GET
    @Path("notes/{id}")
    public Response read(@PathParam("id") UUID id) {
        Loaded note = shown(id);
        return Answers.thing(note.version(), note.body());
    }

    private Response write(Aggregate<Note.Command, Note, Note.Event> kind, NewNote body) {
        Creation creation = requests.create(body.id(), body);
        CommandOutcome outcome =
                store.execute(
                        creation.context(),
                        kind,
                        creation.id(),
                        new Note.Command.Write(body.colour(), body.text()));
        UUID id = outcome.streamId();
        return Answers.created(outcome, "/notes/" + id, new Shown(id, body.colour(), body.text()));
    }

    private Loaded shown(UUID id) {
        Session.Loaded<Note> note = store.load(Note.NOTES, id);
        if (!note.exists()) {
            throw Problem.notFound("note.unknown");
        }
        return new Loaded(
                note.version(), new Shown(id, note.state().colour(), note.state().text()));
    }

    private record Loaded(int version, Shown body) {}
}
