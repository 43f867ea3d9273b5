package io.github.simplechat.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.simplechat.relay.publication.Publication;

@AnalyzeClasses(packages = "io.github.simplechat.relay", importOptions = DoNotIncludeTests.class)
class RelayArchitectureTest {

    @ArchTest
    static final ArchRule the_gateway_knows_no_framework =
            noClasses()
                    .that()
                    .resideInAPackage("..relay.gateway..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "io.lettuce..", "jakarta..", "io.netty..");

    @ArchTest
    static final ArchRule redis_stays_in_its_packages =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..redis..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..");

    @ArchTest
    static final ArchRule sockets_stay_in_their_package =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..relay.servlet..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web.socket..", "jakarta.websocket..");

    @ArchTest
    static final ArchRule netty_stays_in_its_package =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..relay.netty..", "..redis..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.netty..");

    @ArchTest
    static final ArchRule protocols_are_plain_java =
            classes()
                    .that()
                    .resideInAnyPackage("..relay.websocket..", "..relay.socketio..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "..relay.websocket..",
                            "..relay.socketio..");

    @ArchTest
    static final ArchRule a_publication_is_pure =
            classes()
                    .that()
                    .haveFullyQualifiedName(Publication.class.getName())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "io.github.simplechat.api..", "org.jspecify..");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("io.github.simplechat.relay.(*)..").should().beFreeOfCycles();
}
