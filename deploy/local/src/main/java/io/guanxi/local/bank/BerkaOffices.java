package io.guanxi.local.bank;

import io.guanxi.local.bank.BerkaData.District;
import java.util.ArrayList;
import java.util.List;

/** Units and people of the Berka bank: districts under their regions; the people are invented. */
final class BerkaOffices {
    private static final String HEAD_OFFICE = "U-001";
    private static final String PRESIDENT = "S-0401";

    private final List<District> districts;
    private final List<String> regions;
    private final Names names = new Names(BerkaBank.SEED);

    BerkaOffices(BerkaData data) {
        this.districts = data.districts;
        this.regions = districts.stream().map(District::region).distinct().sorted().toList();
    }

    static String unit(int district) {
        return "U-1%02d".formatted(district);
    }

    static String manager(int district) {
        return "S-%04d".formatted(district);
    }

    List<UnitLine> units() {
        List<UnitLine> units = new ArrayList<>();
        units.add(new UnitLine(HEAD_OFFICE, "Head office", null, PRESIDENT));
        for (String region : regions) {
            units.add(new UnitLine(regionUnit(region), region, HEAD_OFFICE, regionHead(region)));
        }
        for (District district : districts) {
            units.add(
                    new UnitLine(
                            unit(district.id()),
                            district.name(),
                            regionUnit(district.region()),
                            null));
        }
        return List.copyOf(units);
    }

    List<StaffLine> staff() {
        List<StaffLine> staff = new ArrayList<>();
        staff.add(leader(PRESIDENT, HEAD_OFFICE, null, "head"));
        for (String region : regions) {
            staff.add(leader(regionHead(region), regionUnit(region), PRESIDENT, "supervisor"));
        }
        for (District district : districts) {
            staff.add(
                    new StaffLine(
                            manager(district.id()),
                            manager(district.id()).substring(2),
                            name(manager(district.id())),
                            unit(district.id()),
                            regionHead(district.region()),
                            List.of("rm"),
                            "MARKET",
                            "PERSONAL",
                            "RM-2",
                            null));
        }
        staff.add(leader("S-0901", HEAD_OFFICE, PRESIDENT, "operations"));
        staff.add(leader("S-0902", HEAD_OFFICE, PRESIDENT, "auditor"));
        staff.add(leader("S-0903", HEAD_OFFICE, PRESIDENT, "admin"));
        return List.copyOf(staff);
    }

    private String regionUnit(String region) {
        return "U-%03d".formatted(10 + regions.indexOf(region));
    }

    private String regionHead(String region) {
        return "S-%04d".formatted(101 + regions.indexOf(region));
    }

    private StaffLine leader(String id, String unit, String supervisor, String role) {
        return new StaffLine(
                id,
                id.substring(2),
                name(id),
                unit,
                supervisor,
                List.of(role),
                null,
                null,
                null,
                null);
    }

    private String name(String staffId) {
        int number = Integer.parseInt(staffId.substring(2));
        return names.czech(1_000_000 + number, number % 2 == 0);
    }
}
