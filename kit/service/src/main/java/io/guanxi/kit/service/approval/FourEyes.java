package io.guanxi.kit.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.approval.Approval.Pending;
import io.guanxi.kit.service.approval.ApprovalCommand.DecideApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.RequestApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.WithdrawApproval;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The one mechanism for what a second person must allow, used by every service. */
@ApplicationScoped
public class FourEyes {
    private static final String UNKNOWN = "approval.unknown";

    /**
     * What is asked.
     *
     * @param thing the path of the thing, from the root
     * @param clientId the client it is about, or null
     * @param unitId whose supervisors and heads may allow it; null: everybody with the role
     * @param thingVersion the version of the thing as the session sees it
     * @param request what is to be carried out, as JSON
     */
    public record Ask(
            String kind,
            String thing,
            UUID clientId,
            String unitId,
            Set<Role> approvers,
            int thingVersion,
            Object request) {}

    private final EventStore store;
    private final ApprovalTable table;
    private final ApprovalScope scope;
    private final Settings settings;

    FourEyes(EventStore store, ApprovalTable table, ApprovalScope scope, Settings settings) {
        this.store = store;
        this.table = table;
        this.scope = scope;
        this.settings = settings;
    }

    /**
     * Asks for a second person, as a part of a command.
     *
     * @throws CommandRefused {@code approval.pending} while another request for the thing waits
     */
    public void ask(Session session, Ask ask) {
        Instant now = session.context().recordedAt();
        int hours = settings.get("approvals", ApprovalRules.class).validHours();
        ApprovalDetails details =
                new ApprovalDetails(
                        Uuids.v5(session.context().commandId(), "approval"),
                        ask.kind(),
                        ask.thing(),
                        ask.clientId(),
                        ask.unitId(),
                        ask.approvers().stream().map(Role::group).sorted().toList(),
                        session.context().actor(),
                        now,
                        now.plus(Duration.ofHours(hours)),
                        ask.thingVersion());
        session.execute(
                ApprovalStream.APPROVAL,
                ApprovalStream.of(ask.thing()),
                new RequestApproval(details, Json.MAPPER.valueToTree(ask.request())));
    }

    /**
     * Decides, as a part of a command; what was asked is carried out in the same append.
     *
     * @param thingVersion the version of the thing as the session sees it now
     * @param carryOut decides the commands that were asked for, by today's rules
     * @throws CommandRefused the rules of four eyes, or those of the commands, say no
     */
    public void decide(
            Session session,
            String thing,
            ApprovalBody body,
            int thingVersion,
            Consumer<JsonNode> carryOut) {
        UUID stream = ApprovalStream.of(thing);
        Approval before = session.load(ApprovalStream.APPROVAL, stream).state();
        session.execute(
                ApprovalStream.APPROVAL,
                stream,
                new DecideApproval(
                        session.context().actor(),
                        body.approve(),
                        body.reason(),
                        session.context().recordedAt(),
                        thingVersion));
        if (body.approve() && before instanceof Pending(_, var request)) {
            if (request == null) {
                throw new CommandRefused(ApprovalRefusal.NOT_PENDING);
            }
            carryOut.accept(request);
        }
    }

    /** Takes a request back, as a part of a command. */
    public void withdraw(Session session, String thing) {
        session.execute(
                ApprovalStream.APPROVAL,
                ApprovalStream.of(thing),
                new WithdrawApproval(session.context().actor(), session.context().recordedAt()));
    }

    /** The last approval of a thing, whoever asks. */
    public Optional<ApprovalCard> last(String thing) {
        return table.of(thing).map(ApprovalTable.Found::card);
    }

    /** The last approval that a thing had in a past, as it stood then. */
    public Optional<ApprovalCard> last(String thing, Past past) {
        return past.isNow()
                ? last(thing)
                : Optional.ofNullable(
                                store.view(
                                                ApprovalStream.APPROVAL,
                                                new ApprovalView(),
                                                ApprovalStream.of(thing),
                                                past)
                                        .state())
                        .map(ApprovalView.Row::shown);
    }

    /** The approval that waits, for the thing to show. */
    public Optional<ApprovalCard> pending(String thing) {
        return last(thing).filter(card -> card.state() == ApprovalState.PENDING);
    }

    /**
     * Insists that the current caller may decide about the thing.
     *
     * @throws Problem 404 nothing was ever asked that the caller may see, 403 others decide
     */
    public void requireApprover(String thing) {
        ApprovalScope.Visible visible = scope.visible();
        ApprovalTable.Found found =
                table.of(thing).filter(visible::sees).orElseThrow(() -> Problem.notFound(UNKNOWN));
        boolean own = found.card().requestedBy().equals(visible.personId());
        if (!own && !visible.mayDecide(found)) {
            throw Problem.forbidden("approval.not-yours", "Others decide about this.");
        }
    }
}
