package io.github.simplechat.loadtest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
        packages = "io.github.simplechat.loadtest",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_what_starts_a_service_or_a_part_of_it_knows_its_inside =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..loadtest.node..",
                            "..loadtest.rebuild..",
                            "..loadtest.search..",
                            "..loadtest.sealing..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "io.github.simplechat.platform..",
                                    "io.github.simplechat.command..",
                                    "io.github.simplechat.query..",
                                    "io.github.simplechat.relay..",
                                    "org.springframework..",
                                    "org.axonframework.."));

    @ArchTest
    static final ArchRule plans_and_logs_are_pure =
            classes()
                    .that()
                    .resideInAnyPackage("..loadtest.plan..", "..loadtest.conversation..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "java..",
                                    "org.jspecify..",
                                    "io.github.simplechat.api..",
                                    "io.github.simplechat.loadtest",
                                    "..loadtest.plan..",
                                    "..loadtest.conversation.."));

    @ArchTest
    static final ArchRule sockets_stay_behind_their_port =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*WebSocketLiveFeed.*")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.http.WebSocket");

    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            SlicesRuleDefinition.slices()
                    .matching("io.github.simplechat.loadtest.(*)..")
                    .should()
                    .beFreeOfCycles();
}
