package io.github.simplechat.standalone;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.simplechat.testing.ArchitectureRules;

/** Where all modules are on one class path, a service could lean on another. None does. */
@AnalyzeClasses(packages = "io.github.simplechat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule RULE = ArchitectureRules.services_do_not_know_each_other;
}
