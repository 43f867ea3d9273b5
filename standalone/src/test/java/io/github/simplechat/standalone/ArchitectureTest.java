package io.github.simplechat.standalone;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.github.simplechat.testing.ArchitectureRules;

/** Over all modules at once, so that no service can lean on another. */
@AnalyzeClasses(packages = "io.github.simplechat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
