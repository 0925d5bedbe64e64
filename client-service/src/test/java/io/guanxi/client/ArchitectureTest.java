package io.guanxi.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.guanxi.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rules_know_java_and_the_event_kit_alone =
            classes()
                    .that()
                    .haveNameMatching(
                            "io\\.guanxi\\.client\\..*(Decider|Command|Event|Refusal|Details)(\\$.*)?")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "com.fasterxml.jackson.databind",
                            "io.guanxi.kit.eventsourcing",
                            "io.guanxi.client.unit",
                            "io.guanxi.client.staff",
                            "io.guanxi.client.client",
                            "io.guanxi.client.portfolio",
                            "io.guanxi.client.absence",
                            "io.guanxi.client.handover",
                            "io.guanxi.client.privacy",
                            "io.guanxi.client.setting",
                            "io.guanxi.client.calendar");

    @ArchTest
    static final ArchRule no_service_knows_another =
            noClasses()
                    .that()
                    .resideInAPackage("io.guanxi.client..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guanxi.visit..",
                            "io.guanxi.scoring..",
                            "io.guanxi.notification..",
                            "io.guanxi.local..");

    @ArchTest
    static final ArchRule features_form_no_circle =
            slices().matching("io.guanxi.client.(*)..").should().beFreeOfCycles();
}
