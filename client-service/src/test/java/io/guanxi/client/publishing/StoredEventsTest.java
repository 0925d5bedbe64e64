package io.guanxi.client.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.absence.AbsenceStream;
import io.guanxi.client.calendar.CalendarStream;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.handover.HandoverStream;
import io.guanxi.client.portfolio.PortfolioStream;
import io.guanxi.client.privacy.ErasureStream;
import io.guanxi.client.setting.SettingStream;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.client.unit.UnitStream;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.testing.StoredSamples;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins name and JSON of every stored event: what was written once must be read for ever. */
class StoredEventsTest {

    @Test
    void units_are_stored_as_ever() {
        pinned(UnitStream.TYPES, Examples.UNITS);
    }

    @Test
    void staff_are_stored_as_ever() {
        pinned(StaffStream.TYPES, Examples.STAFF_EVENTS);
    }

    @Test
    void clients_are_stored_as_ever() {
        pinned(ClientStream.TYPES, Examples.CLIENTS);
    }

    @Test
    void books_are_stored_as_ever() {
        pinned(PortfolioStream.TYPES, Examples.PORTFOLIOS);
    }

    @Test
    void absences_are_stored_as_ever() {
        pinned(AbsenceStream.TYPES, Examples.ABSENCES);
    }

    @Test
    void handovers_are_stored_as_ever() {
        pinned(HandoverStream.TYPES, Examples.HANDOVERS);
    }

    @Test
    void erasures_are_stored_as_ever() {
        pinned(ErasureStream.TYPES, Examples.ERASURES);
    }

    @Test
    void settings_and_calendars_are_stored_as_ever() {
        pinned(SettingStream.TYPES, Examples.SETTINGS);
        pinned(CalendarStream.TYPES, Examples.CALENDARS);
    }

    private static <E> void pinned(EventTypes<E> types, Map<String, ? extends E> examples) {
        examples.forEach(
                (name, example) -> assertThat(types.typeOf(example).name()).isEqualTo(name));
        StoredSamples.ofThisModule().pinAll(types, examples.values());
    }
}
