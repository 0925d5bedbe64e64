package io.guanxi.client.staff;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.staff.Staff.Registered;
import io.guanxi.client.staff.Staff.Unregistered;
import io.guanxi.client.staff.StaffCommand.ChangeStaff;
import io.guanxi.client.staff.StaffCommand.RegisterStaff;
import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.Optional;

/** The rules of a staff record. */
public final class StaffDecider implements Decider<StaffCommand, Staff, StaffEvent> {

    @Override
    public Staff initialState() {
        return new Unregistered();
    }

    @Override
    public Decision<StaffEvent> decide(StaffCommand command, Staff staff) {
        return switch (command) {
            case RegisterStaff register -> register(register, staff);
            case ChangeStaff change -> change(change, staff);
        };
    }

    private static Decision<StaffEvent> register(RegisterStaff command, Staff staff) {
        return switch (staff) {
            case Registered _ -> refuse(StaffRefusal.EXISTS);
            case Unregistered _ ->
                    checked(
                            command.staff(),
                            command.unitKnown(),
                            new StaffJoined(command.staff(), command.name()));
        };
    }

    private static Decision<StaffEvent> change(ChangeStaff command, Staff staff) {
        return switch (staff) {
            case Unregistered _ -> refuse(StaffRefusal.UNKNOWN);
            case Registered registered
                    when registered.equals(new Registered(command.staff(), command.name())) ->
                    accept();
            case Registered _ ->
                    checked(
                            command.staff(),
                            command.unitKnown(),
                            new StaffChanged(command.staff(), command.name()));
        };
    }

    private static Decision<StaffEvent> checked(
            StaffDetails staff, boolean unitKnown, StaffEvent event) {
        return obstacle(staff, unitKnown)
                .<Decision<StaffEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(event));
    }

    private static Optional<StaffRefusal> obstacle(StaffDetails staff, boolean unitKnown) {
        if (!unitKnown) {
            return Optional.of(StaffRefusal.UNIT_UNKNOWN);
        }
        return staff.staffId().equals(staff.supervisorId())
                ? Optional.of(StaffRefusal.OWN_SUPERVISOR)
                : Optional.empty();
    }

    @Override
    public Staff evolve(Staff staff, StaffEvent event) {
        return switch (event) {
            case StaffJoined(var details, var name) -> new Registered(details, name);
            case StaffChanged(var details, var name) -> new Registered(details, name);
        };
    }
}
