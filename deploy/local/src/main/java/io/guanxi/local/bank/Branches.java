package io.guanxi.local.bank;

import java.util.ArrayList;
import java.util.List;

/**
 * Units and people of the generated bank: a head office, 3 branches, 12 sub-branches with a team
 * for persons and one for organisations each.
 */
final class Branches {
    static final int PERSONAL_RMS = 24;
    static final int CORPORATE_RMS = 48;

    private static final String HEAD_OFFICE = "U-001";
    private static final String PRESIDENT = "S-0401";
    private static final List<String> CITIES = List.of("Shanghai", "Hangzhou", "Suzhou");
    private static final List<String> QUARTERS = List.of("East", "South", "West", "North");

    private final Names names = new Names(GeneratedBank.SEED);

    List<UnitLine> units() {
        List<UnitLine> units = new ArrayList<>();
        units.add(new UnitLine(HEAD_OFFICE, "Guanxi Demo Bank", null, PRESIDENT));
        for (int branch = 1; branch <= 3; branch++) {
            String city = CITIES.get(branch - 1);
            units.add(
                    new UnitLine(
                            "U-%d00".formatted(branch),
                            city + " Branch",
                            HEAD_OFFICE,
                            branchHead(branch)));
            for (int sub = 1; sub <= 4; sub++) {
                addSubBranch(units, branch, sub, city + " " + QUARTERS.get(sub - 1));
            }
        }
        return List.copyOf(units);
    }

    private static void addSubBranch(List<UnitLine> units, int branch, int sub, String place) {
        String id = "U-%d%d0".formatted(branch, sub);
        int pair = pair(branch, sub);
        units.add(
                new UnitLine(
                        id,
                        place + " Sub-branch",
                        "U-%d00".formatted(branch),
                        subBranchHead(pair)));
        units.add(
                new UnitLine(
                        team(pair, false), place + " Personal Team", id, supervisor(pair, false)));
        units.add(
                new UnitLine(
                        team(pair, true), place + " Corporate Team", id, supervisor(pair, true)));
    }

    List<StaffLine> staff() {
        List<StaffLine> staff = new ArrayList<>();
        staff.add(leader(PRESIDENT, HEAD_OFFICE, null, "head"));
        for (int branch = 1; branch <= 3; branch++) {
            staff.add(leader(branchHead(branch), "U-%d00".formatted(branch), PRESIDENT, "head"));
        }
        for (int pair = 0; pair < 12; pair++) {
            int branch = pair / 4 + 1;
            String unit = "U-%d%d0".formatted(branch, pair % 4 + 1);
            staff.add(leader(subBranchHead(pair), unit, branchHead(branch), "head"));
            for (boolean corporate : new boolean[] {false, true}) {
                staff.add(
                        leader(
                                supervisor(pair, corporate),
                                team(pair, corporate),
                                subBranchHead(pair),
                                "supervisor"));
            }
        }
        for (int rm = 0; rm < PERSONAL_RMS; rm++) {
            staff.add(manager(personalRm(rm), rm % 12, false));
        }
        for (int rm = 0; rm < CORPORATE_RMS; rm++) {
            staff.add(manager(corporateRm(rm), rm % 12, true));
        }
        staff.add(leader("S-0901", HEAD_OFFICE, PRESIDENT, "operations"));
        staff.add(leader("S-0902", HEAD_OFFICE, PRESIDENT, "auditor"));
        staff.add(leader("S-0903", HEAD_OFFICE, PRESIDENT, "admin"));
        return List.copyOf(staff);
    }

    static String personalRm(int index) {
        return "S-%04d".formatted(1 + index);
    }

    static String corporateRm(int index) {
        return "S-%04d".formatted(1 + PERSONAL_RMS + index);
    }

    static String personalTeam(int rm) {
        return team(rm % 12, false);
    }

    static String corporateTeam(int rm) {
        return team(rm % 12, true);
    }

    private StaffLine manager(String id, int pair, boolean corporate) {
        return new StaffLine(
                id,
                id.substring(2),
                names.person(staffNumber(id)),
                team(pair, corporate),
                supervisor(pair, corporate),
                List.of("rm"),
                "MARKET",
                corporate ? "CORPORATE" : "PERSONAL",
                "RM-2",
                null);
    }

    private StaffLine leader(String id, String unit, String supervisor, String role) {
        return new StaffLine(
                id,
                id.substring(2),
                names.person(staffNumber(id)),
                unit,
                supervisor,
                List.of(role),
                null,
                null,
                null,
                null);
    }

    private static int staffNumber(String id) {
        return 1_000_000 + Integer.parseInt(id.substring(2));
    }

    private static int pair(int branch, int sub) {
        return (branch - 1) * 4 + sub - 1;
    }

    private static String team(int pair, boolean corporate) {
        return "U-%d%d%d".formatted(pair / 4 + 1, pair % 4 + 1, corporate ? 2 : 1);
    }

    private static String branchHead(int branch) {
        return "S-%04d".formatted(300 + branch);
    }

    private static String subBranchHead(int pair) {
        return "S-%04d".formatted(201 + pair);
    }

    private static String supervisor(int pair, boolean corporate) {
        return "S-%04d".formatted((corporate ? 113 : 101) + pair);
    }
}
