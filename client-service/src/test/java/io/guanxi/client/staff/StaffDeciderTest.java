package io.guanxi.client.staff;

import io.guanxi.client.staff.StaffCommand.ChangeStaff;
import io.guanxi.client.staff.StaffCommand.RegisterStaff;
import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.kit.testing.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffDeciderTest {
    private final DeciderSpec<StaffCommand, Staff, StaffEvent> staff =
            DeciderSpec.of(new StaffDecider());

    @Test
    void registers_a_relationship_manager() {
        staff.when(new RegisterStaff(manager("S-0009"), "Lin Yue", true))
                .then(new StaffJoined(manager("S-0009"), "Lin Yue"));
    }

    @Test
    void refuses_a_code_in_use() {
        staff.given(new StaffJoined(manager("S-0009"), "Lin Yue"))
                .when(new RegisterStaff(manager("S-0009"), "Lin Yue", true))
                .thenRefused(StaffRefusal.EXISTS);
    }

    @Test
    void refuses_an_unknown_unit() {
        staff.when(new RegisterStaff(manager("S-0009"), "Lin Yue", false))
                .thenRefused(StaffRefusal.UNIT_UNKNOWN);
    }

    @Test
    void refuses_to_supervise_oneself() {
        staff.when(new RegisterStaff(manager("S-0001"), "Lin Yue", true))
                .thenRefused(StaffRefusal.OWN_SUPERVISOR);
    }

    @Test
    void changes_the_supervisor() {
        staff.given(new StaffJoined(manager("S-0009"), "Lin Yue"))
                .when(new ChangeStaff(manager("S-0008"), "Lin Yue", true))
                .then(new StaffChanged(manager("S-0008"), "Lin Yue"));
    }

    @Test
    void a_change_to_the_same_is_nothing() {
        staff.given(new StaffJoined(manager("S-0009"), "Lin Yue"))
                .when(new ChangeStaff(manager("S-0009"), "Lin Yue", true))
                .thenNothing();
    }

    @Test
    void refuses_to_change_who_never_joined() {
        staff.when(new ChangeStaff(manager("S-0009"), "Lin Yue", true))
                .thenRefused(StaffRefusal.UNKNOWN);
    }

    private static StaffDetails manager(String supervisor) {
        return new StaffDetails(
                "S-0001",
                "70001",
                "U-010",
                supervisor,
                List.of("rm"),
                Track.MARKET,
                BookType.PERSONAL,
                "RM-2",
                null,
                null,
                List.of(),
                List.of(),
                null,
                true);
    }
}
