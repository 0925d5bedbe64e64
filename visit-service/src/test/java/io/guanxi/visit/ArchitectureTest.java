package io.guanxi.visit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Reaction;

@AnalyzeClasses(packages = "io.guanxi.visit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule a_service_never_knows_another =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guanxi.client..",
                            "io.guanxi.scoring..",
                            "io.guanxi.notification..");

    @ArchTest
    static final ArchRule rules_know_only_java_and_the_event_kit =
            classes()
                    .that()
                    .implement(Decider.class)
                    .or()
                    .haveSimpleName("Chain")
                    .or()
                    .haveSimpleName("Months")
                    .or()
                    .haveSimpleName("Observed")
                    .or()
                    .haveSimpleName("Standing")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "io.guanxi.kit.eventsourcing..",
                            "io.guanxi.visit",
                            "io.guanxi.visit.coverage..",
                            "io.guanxi.visit.lifecycle..");

    @ArchTest
    static final ArchRule only_the_kit_reads_the_clock =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.lang.System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule reactions_say_their_rule =
            classes()
                    .that()
                    .implement(Reaction.class)
                    .should()
                    .haveNameMatching(".*\\.When\\w+Then\\w+")
                    .andShould()
                    .resideInAPackage("..reactions");

    @ArchTest
    static final ArchRule visits_do_not_know_how_they_come_in =
            noClasses()
                    .that()
                    .resideInAnyPackage("..lifecycle", "..coverage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..intake", "..reactions", "..publishing");
}
