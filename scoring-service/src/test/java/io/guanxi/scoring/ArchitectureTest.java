package io.guanxi.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.guanxi.scoring",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_other_service_is_known =
            classes()
                    .that()
                    .resideInAPackage("io.guanxi.scoring..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guanxi.scoring..",
                            "io.guanxi.contracts..",
                            "io.guanxi.kit..",
                            "java..",
                            "jakarta..",
                            "com.fasterxml.jackson..",
                            "io.agroal..",
                            "io.quarkus..",
                            "org.eclipse.microprofile..",
                            "org.jboss.logging..",
                            "org.postgresql..");

    @ArchTest
    static final ArchRule the_value_score_is_pure =
            classes()
                    .that()
                    .resideInAPackage("io.guanxi.scoring.value")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guanxi.scoring.value", "io.guanxi.contracts..", "java..");

    @ArchTest
    static final ArchRule deciders_know_no_database_and_no_clock =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Decider")
                    .or()
                    .haveSimpleNameEndingWith("Formula")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "io.guanxi.kit.service..", "io.quarkus..");

    @ArchTest
    static final ArchRule facts_know_nothing_of_what_is_made_of_them =
            noClasses()
                    .that()
                    .resideInAPackage("io.guanxi.scoring.activity")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guanxi.scoring.churn",
                            "io.guanxi.scoring.tiers",
                            "io.guanxi.scoring.value",
                            "io.guanxi.scoring.receipt",
                            "io.guanxi.scoring.publishing");
}
