package io.guanxi.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.eventsourcing.Reaction;

@AnalyzeClasses(
        packages = "io.guanxi.notification",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule a_service_never_knows_another =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guanxi.client..", "io.guanxi.visit..", "io.guanxi.scoring..");

    @ArchTest
    static final ArchRule rules_know_only_java_the_contracts_and_the_kit =
            classes()
                    .that()
                    .implement(Decider.class)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "io.guanxi.contracts..",
                            "io.guanxi.kit.eventsourcing..",
                            "io.guanxi.notification..");

    @ArchTest
    static final ArchRule only_the_kit_reads_the_clock =
            noClasses()
                    .that(DescribedPredicate.not(isTheFeed()))
                    .should()
                    .callMethod(java.time.Instant.class, "now")
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
    static final ArchRule projections_are_named_so =
            classes()
                    .that()
                    .implement(Projection.class)
                    .should()
                    .haveSimpleNameEndingWith("Projection");

    /** Tokens expire by the wall clock, so the feed reads that. */
    private static DescribedPredicate<JavaClass> isTheFeed() {
        return JavaClass.Predicates.resideInAPackage("..feed");
    }
}
