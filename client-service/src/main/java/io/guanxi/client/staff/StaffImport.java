package io.guanxi.client.staff;

import io.guanxi.client.body.Bodies;
import io.guanxi.client.body.ImportReport;
import io.guanxi.client.body.Lines;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.http.Requests;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Many members of staff at once; each line stands for itself. */
@ApplicationScoped
class StaffImport {
    private final Bodies bodies;
    private final Requests requests;
    private final StaffMembers members;

    StaffImport(Bodies bodies, Requests requests, StaffMembers members) {
        this.bodies = bodies;
        this.requests = requests;
        this.members = members;
    }

    ImportReport run(InputStream in) {
        Lines<StaffBody> lines = Lines.read(in, line -> bodies.line(line, StaffBody.class));
        UUID request = requests.create(null, lines.digest()).context().commandId();
        List<ImportReport.Line> results = new ArrayList<>(lines.bad());
        for (Lines.Line<StaffBody> line : lines.read()) {
            UUID command = Uuids.v5(request, Integer.toString(line.number()));
            results.add(register(line, requests.of(command, line.body(), 201)));
        }
        return ImportReport.of(results);
    }

    private ImportReport.Line register(Lines.Line<StaffBody> line, CommandContext context) {
        String id = line.body().id();
        try {
            CommandOutcome outcome = members.register(line.body(), context);
            return outcome.replayed()
                    ? ImportReport.Line.existing(line.number(), id)
                    : ImportReport.Line.created(line.number(), id);
        } catch (CommandRefused refused) {
            return refused.refusal() == StaffRefusal.EXISTS
                    ? ImportReport.Line.existing(line.number(), id)
                    : ImportReport.Line.refused(
                            line.number(),
                            id,
                            refused.refusal().code(),
                            refused.refusal().detail());
        } catch (StoreException.WrongKind wrong) {
            return ImportReport.Line.refused(
                    line.number(), id, StaffRefusal.EXISTS.code(), wrong.getMessage());
        }
    }
}
