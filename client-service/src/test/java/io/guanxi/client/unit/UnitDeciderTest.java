package io.guanxi.client.unit;

import io.guanxi.client.unit.UnitCommand.ChangeUnit;
import io.guanxi.client.unit.UnitCommand.OpenUnit;
import io.guanxi.client.unit.UnitEvent.UnitChanged;
import io.guanxi.client.unit.UnitEvent.UnitOpened;
import io.guanxi.kit.testing.DeciderSpec;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitDeciderTest {
    private static final UnitDetails BRANCH =
            new UnitDetails("U-010", "East branch", "U-001", null);
    private static final Ancestry UNDER_HEAD_OFFICE = new Ancestry(List.of("U-001"), true);

    private final DeciderSpec<UnitCommand, Unit, UnitEvent> unit =
            DeciderSpec.of(new UnitDecider());

    @Test
    void opens_a_unit_below_another() {
        unit.when(new OpenUnit(BRANCH, UNDER_HEAD_OFFICE)).then(new UnitOpened(BRANCH));
    }

    @Test
    void opens_the_head_office_below_nothing() {
        UnitDetails headOffice = new UnitDetails("U-001", "Head office", null, "S-0001");
        unit.when(new OpenUnit(headOffice, Ancestry.ROOT)).then(new UnitOpened(headOffice));
    }

    @Test
    void refuses_a_code_in_use() {
        unit.given(new UnitOpened(BRANCH))
                .when(new OpenUnit(BRANCH, UNDER_HEAD_OFFICE))
                .thenRefused(UnitRefusal.EXISTS);
    }

    @Test
    void refuses_an_unknown_parent() {
        unit.when(new OpenUnit(BRANCH, new Ancestry(List.of(), false)))
                .thenRefused(UnitRefusal.PARENT_UNKNOWN);
    }

    @Test
    void changes_name_and_head() {
        UnitDetails renamed = new UnitDetails("U-010", "New East branch", "U-001", "S-0007");
        unit.given(new UnitOpened(BRANCH))
                .when(new ChangeUnit(renamed, UNDER_HEAD_OFFICE))
                .then(new UnitChanged(renamed));
    }

    @Test
    void a_change_to_the_same_is_nothing() {
        unit.given(new UnitOpened(BRANCH))
                .when(new ChangeUnit(BRANCH, UNDER_HEAD_OFFICE))
                .thenNothing();
    }

    @Test
    void refuses_to_stand_above_itself() {
        UnitDetails moved = new UnitDetails("U-010", "East branch", "U-011", null);
        unit.given(new UnitOpened(BRANCH))
                .when(new ChangeUnit(moved, new Ancestry(List.of("U-011", "U-010", "U-001"), true)))
                .thenRefused(UnitRefusal.OWN_ANCESTOR);
    }

    @Test
    void refuses_to_be_its_own_parent() {
        UnitDetails moved = new UnitDetails("U-010", "East branch", "U-010", null);
        unit.given(new UnitOpened(BRANCH))
                .when(new ChangeUnit(moved, new Ancestry(List.of("U-010"), true)))
                .thenRefused(UnitRefusal.OWN_ANCESTOR);
    }

    @Test
    void takes_fifteen_units_above_and_refuses_sixteen() {
        unit.when(new OpenUnit(BRANCH, above(15))).then(new UnitOpened(BRANCH));
        unit.when(new OpenUnit(BRANCH, above(16))).thenRefused(UnitRefusal.TOO_DEEP);
    }

    @Test
    void refuses_to_change_what_was_never_opened() {
        unit.when(new ChangeUnit(BRANCH, UNDER_HEAD_OFFICE)).thenRefused(UnitRefusal.UNKNOWN);
    }

    private static Ancestry above(int levels) {
        return new Ancestry(Collections.nCopies(levels, "U-1"), true);
    }
}
