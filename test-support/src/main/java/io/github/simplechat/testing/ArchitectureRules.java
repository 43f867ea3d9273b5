package io.github.simplechat.testing;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What must not depend on what, in every module. A module's test names this class and its package.
 */
public final class ArchitectureRules {

    private static final String ROOT = "io.github.simplechat.";

    @ArchTest
    static final ArchRule the_pure_core_knows_only_java_and_the_published_language =
            classes()
                    .that()
                    .haveNameMatching(
                            ".*\\.[A-Za-z]*(Decider|State|Projection|Publication)(\\$.*)?")
                    .and()
                    .resideOutsideOfPackage("..rebuild..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            ROOT + "api..",
                            ROOT + "command.room",
                            ROOT + "command.person",
                            ROOT + "query.timeline",
                            ROOT + "query.rooms",
                            ROOT + "query.people",
                            ROOT + "query.announcements",
                            ROOT + "query.search",
                            ROOT + "relay.publication")
                    .allowEmptyShould(true)
                    .as("deciders, states, projections and publications are plain Java");

    @ArchTest
    static final ArchRule the_pure_core_does_not_ask_for_the_time =
            noClasses()
                    .that()
                    .haveNameMatching(".*\\.[A-Za-z]*(Decider|State|Projection|Publication)")
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.util.UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule services_do_not_know_each_other =
            slices().matching(ROOT + "(command|query|relay)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching(ROOT + "*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_mongo_packages_know_mongo =
            onlyIn(
                    "com.mongodb..",
                    "..mongo..",
                    "org.bson..",
                    "org.springframework.data.mongodb..");

    @ArchTest
    static final ArchRule only_the_redis_packages_know_redis =
            onlyIn("io.lettuce..", "..redis..", "org.springframework.data.redis..");

    @ArchTest
    static final ArchRule only_the_lucene_packages_know_lucene =
            onlyIn("org.apache.lucene..", "..lucene..");

    @ArchTest
    static final ArchRule only_the_servlet_engine_knows_its_sockets =
            onlyIn("jakarta.websocket..", "..servlet..", "org.springframework.web.socket..");

    @ArchTest
    static final ArchRule only_security_and_token_issuing_know_the_token_library =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..security..", "..account..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.jsonwebtoken..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_aggregates_apply_events =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Aggregate")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(
                            "org.axonframework.modelling.command.AggregateLifecycle")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses()
                    .that()
                    .areNotAssignableTo(annotatedWith("org.mapstruct.Mapper"))
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO|Dto)")
                    .orShould()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static ArchRule onlyIn(String library, String home, String... more) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(home, "..stores..")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(library),
                                        java.util.Arrays.stream(more))
                                .toArray(String[]::new))
                .allowEmptyShould(true);
    }
}
