package io.guanxi.client.client;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.Client.Unregistered;
import io.guanxi.client.client.ClientCommand.AssignManager;
import io.guanxi.client.client.ClientCommand.ChangeClient;
import io.guanxi.client.client.ClientCommand.OpenBreakGlass;
import io.guanxi.client.client.ClientCommand.RegisterClient;
import io.guanxi.client.client.ClientCommand.ReportDuplicate;
import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a client's record and of its ownership. */
public final class ClientDecider implements Decider<ClientCommand, Client, ClientEvent> {

    @Override
    public Client initialState() {
        return new Unregistered();
    }

    @Override
    public Decision<ClientEvent> decide(ClientCommand command, Client client) {
        if (client instanceof Registered registered
                && registered.details().state() == ClientState.ERASED) {
            return refuse(ClientRefusal.ERASED);
        }
        return switch (command) {
            case RegisterClient register -> register(register, client);
            case ChangeClient change -> change(change, client);
            case AssignManager assign -> assign(assign, client);
            case ReportDuplicate report -> report(report, client);
            case OpenBreakGlass open -> open(open, client);
        };
    }

    private static Decision<ClientEvent> register(RegisterClient command, Client client) {
        return switch (client) {
            case Registered _ -> refuse(ClientRefusal.EXISTS);
            case Unregistered _ ->
                    accept(
                            new ClientRegistered(
                                    command.clientId(),
                                    command.unitId(),
                                    command.details(),
                                    command.personal()));
        };
    }

    private static Decision<ClientEvent> change(ChangeClient command, Client client) {
        return switch (client) {
            case Unregistered _ -> refuse(ClientRefusal.UNKNOWN);
            case Registered registered
                    when registered.details().kind() != command.details().kind() ->
                    refuse(ClientRefusal.KIND_FIXED);
            case Registered registered
                    when registered.owner().isPresent()
                            && !registered.unitId().equals(command.unitId()) ->
                    refuse(ClientRefusal.UNIT_IS_OWNERS);
            case Registered registered -> accept(differences(command, registered));
        };
    }

    private static List<ClientEvent> differences(ChangeClient command, Registered client) {
        List<ClientEvent> events = new ArrayList<>();
        if (!client.details().equals(command.details())
                || !client.personal().equals(command.personal())) {
            events.add(new ClientChanged(client.clientId(), command.details(), command.personal()));
        }
        if (!client.unitId().equals(command.unitId())) {
            events.add(new MovedToUnit(client.clientId(), command.unitId(), command.now()));
        }
        return events;
    }

    private static Decision<ClientEvent> assign(AssignManager command, Client client) {
        return switch (client) {
            case Unregistered _ -> refuse(ClientRefusal.UNKNOWN);
            case Registered registered when registered.isOwnedBy(command.assignee().rmId()) ->
                    accept();
            case Registered registered ->
                    obstacle(command, registered)
                            .map(refusal -> refused(command, refusal))
                            .orElseGet(() -> accept(assigned(command, registered)));
        };
    }

    /** PR-14 before all else: whoever may not take the client learns nothing of the book. */
    private static Optional<ClientRefusal> obstacle(AssignManager command, Registered client) {
        Assignee assignee = command.assignee();
        if (client.owner().isPresent() && !command.mayTransfer()) {
            return Optional.of(ClientRefusal.OWNED);
        }
        if (!assignee.known()) {
            return Optional.of(ClientRefusal.RM_UNKNOWN);
        }
        if (!assignee.qualifiedOn(command.today())) {
            return Optional.of(ClientRefusal.RM_NOT_QUALIFIED);
        }
        if (assignee.phone() && needsOwnManager(command, client)) {
            return Optional.of(ClientRefusal.NEEDS_OWN_MANAGER);
        }
        if (client.owner().filter(o -> command.since().isBefore(o.since())).isPresent()) {
            return Optional.of(ClientRefusal.BEFORE_CURRENT_OWNER);
        }
        return assignee.full() ? Optional.of(ClientRefusal.PORTFOLIO_FULL) : Optional.empty();
    }

    /**
     * TI-09: A, B and good C clients have a manager of their own, ordinary C share one by phone.
     */
    private static boolean needsOwnManager(AssignManager command, Registered client) {
        return command.needsOwnManager() || client.details().flags().contains(Flag.QUALITY_C);
    }

    private static Decision<ClientEvent> refused(AssignManager command, ClientRefusal refusal) {
        return refusal == ClientRefusal.PORTFOLIO_FULL
                ? refuse(
                        refusal,
                        new AssignmentRefusedFull(
                                command.clientId(),
                                command.assignee().rmId(),
                                command.byId(),
                                command.now()))
                : refuse(refusal);
    }

    private static ManagerAssigned assigned(AssignManager command, Registered client) {
        return new ManagerAssigned(
                command.clientId(),
                command.assignee().rmId(),
                client.owner().map(Ownership::rmId).orElse(null),
                command.assignee().unitId(),
                command.since(),
                reason(command, client),
                command.note());
    }

    private static AssignmentReason reason(AssignManager command, Registered client) {
        if (command.handover()) {
            return AssignmentReason.HANDED_OVER;
        }
        return client.owner().isPresent()
                ? AssignmentReason.TRANSFERRED
                : AssignmentReason.ASSIGNED;
    }

    private static Decision<ClientEvent> open(OpenBreakGlass command, Client client) {
        return switch (client) {
            case Unregistered _ -> refuse(ClientRefusal.UNKNOWN);
            case Registered registered ->
                    accept(
                            new BreakGlassOpened(
                                    command.clientId(),
                                    registered.owner().map(Ownership::rmId).orElse(null),
                                    command.byId(),
                                    command.reasonCode(),
                                    command.at(),
                                    command.until(),
                                    command.reason()));
        };
    }

    private static Decision<ClientEvent> report(ReportDuplicate command, Client client) {
        return switch (client) {
            case Unregistered _ -> accept();
            case Registered registered ->
                    accept(
                            new DuplicateReported(
                                    command.clientId(),
                                    registered.owner().map(Ownership::rmId).orElse(null),
                                    command.byId(),
                                    command.reasonCode(),
                                    command.at()));
        };
    }

    @Override
    public Client evolve(Client client, ClientEvent event) {
        return switch (event) {
            case ClientRegistered e ->
                    new Registered(
                            e.clientId(),
                            e.unitId(),
                            e.details(),
                            known(e.personal()),
                            Optional.empty());
            case ClientChanged e ->
                    client instanceof Registered registered
                            ? registered.with(e.details(), known(e.personal()))
                            : client;
            case MovedToUnit e ->
                    client instanceof Registered registered ? registered.of(e.unitId()) : client;
            case ManagerAssigned e ->
                    client instanceof Registered registered
                            ? registered.ownedBy(new Ownership(e.rmId(), e.unitId(), e.since()))
                            : client;
            case ClientErased e ->
                    client instanceof Registered registered
                            ? registered.with(e.details(), PrivateDetails.FORGOTTEN)
                            : client;
            case AssignmentRefusedFull _, DuplicateReported _, BreakGlassOpened _ -> client;
        };
    }

    private static PrivateDetails known(PrivateDetails personal) {
        return personal == null ? PrivateDetails.FORGOTTEN : personal;
    }
}
