package io.guanxi.local.bank;

import java.util.List;

/** The segments that generated clients fall into. */
final class Segments {
    static final List<String> ORGANISATIONS =
            List.of(
                    "PARTY_GOVERNMENT",
                    "SCHOOL",
                    "HOSPITAL",
                    "CONGLOMERATE",
                    "BANK",
                    "TELECOM",
                    "CONSTRUCTION",
                    "COMMERCE",
                    "CATERING");
    static final List<String> PERSONS = List.of("MASS", "AFFLUENT", "PRIVATE", "PAYROLL");

    private Segments() {}
}
