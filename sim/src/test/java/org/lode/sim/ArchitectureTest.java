package org.lode.sim;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which way the dependencies point, and what would make results differ between machines. */
class ArchitectureTest {
    /** Each module's packages, the basic ones first: a package uses only those to its left. */
    private static final List<String> GAMES =
            packages("games", "form", "check", "solve", "coalition", "dynamics", "format", "catalog");

    private static final List<String> AGENTS = packages("agents", "instrument", "view", "payoff", "decide", "actor");

    private static final List<String> SIM = packages(
            "sim",
            "config",
            "chance",
            "market",
            "world",
            "stage",
            "run",
            "lockin",
            "results",
            "experiment",
            "analysis",
            "calibrate",
            "hypothesis",
            "pattern",
            "replication",
            "report",
            "cli");

    /** Functions of java.lang.Math whose last digit may differ between Java versions and processors. */
    private static final Set<String> INEXACT = Set.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh",
            "exp",
            "expm1",
            "log",
            "log1p",
            "log10",
            "pow",
            "cbrt",
            "hypot",
            "toRadians",
            "toDegrees",
            "random");

    private static JavaClasses lode;

    @BeforeAll
    static void importTheMainClasses() {
        lode = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lode");
    }

    private static List<String> packages(String module, String... names) {
        return Stream.of(names).map(name -> "org.lode." + module + "." + name).toList();
    }

    private static String[] within(Stream<String> packages) {
        return packages.map(name -> name + "..").toArray(String[]::new);
    }

    /** One rule per package but the last: nothing in it uses a later package of its module. */
    static Stream<ArchRule> arrowsInsideModules() {
        return Stream.of(GAMES, AGENTS, SIM)
                .flatMap(module -> Stream.iterate(1, later -> later + 1)
                        .limit(module.size() - 1L)
                        .map(later -> noClasses()
                                .that()
                                .resideInAPackage(module.get(later - 1) + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(within(module.stream().skip(later)))
                                .allowEmptyShould(true)));
    }

    @ParameterizedTest
    @MethodSource("arrowsInsideModules")
    void aPackageUsesOnlyThoseBeforeIt(ArchRule arrow) {
        arrow.check(lode);
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(within(Stream.of(GAMES, AGENTS, SIM).flatMap(List::stream)))
                .check(lode);
    }

    @Test
    void gamesKnowNoAgentsAndAgentsNoSimulation() {
        noClasses()
                .that()
                .resideInAPackage("org.lode.games..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lode.agents..", "org.lode.sim..")
                .check(lode);
        noClasses()
                .that()
                .resideInAPackage("org.lode.agents..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.lode.sim..")
                .check(lode);
    }

    @Test
    void theReaderOfFilesKnowsNoDomainAndChanceNoReader() {
        noClasses()
                .that()
                .resideInAPackage("org.lode.sim.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lode.games..", "org.lode.agents..")
                .allowEmptyShould(true)
                .check(lode);
        noClasses()
                .that()
                .resideInAPackage("org.lode.sim.chance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lode.sim.config..", "org.lode.games..", "org.lode.agents..")
                .allowEmptyShould(true)
                .check(lode);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.lode.(*).(*)..").should().beFreeOfCycles().check(lode);
    }

    @Test
    void onlyTheRunImportsMason() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lode.sim.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sim..", "ec..")
                .check(lode);
    }

    @Test
    void onlyCommandsPrintOrExit() {
        PRINTS_OR_EXITS.check(lode);
        assertThat(catches(PRINTS_OR_EXITS, Printing.class)).isTrue();
        assertThat(catches(PRINTS_OR_EXITS, Exiting.class)).isTrue();
        assertThat(catches(PRINTS_OR_EXITS, Careful.class)).isFalse();
    }

    @Test
    void elementaryFunctionsComeFromStrictMath() {
        INEXACT_MATHS.check(lode);
        assertThat(catches(INEXACT_MATHS, Inexact.class)).isTrue();
        assertThat(catches(INEXACT_MATHS, InexactByReference.class)).isTrue();
        assertThat(catches(INEXACT_MATHS, Careful.class)).isFalse();
    }

    @Test
    void chanceDrawsOnlyLongsAndDoubles() {
        OTHER_DRAWS.check(lode);
        assertThat(catches(OTHER_DRAWS, Gaussian.class)).isTrue();
        assertThat(catches(OTHER_DRAWS, Bounded.class)).isTrue();
        assertThat(catches(OTHER_DRAWS, Unseeded.class)).isTrue();
        assertThat(catches(OTHER_DRAWS, Careful.class)).isFalse();
    }

    @Test
    void namesSayWhatAClassIsNotWhatKind() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(Abstract[A-Z]\\w*|\\w+(Impl|Utils?|Helper|Manager))")
                .check(lode);
    }

    private static final ArchRule PRINTS_OR_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage("org.lode.sim.cli..")
            .should(accessTargetWhere(access(
                    "print to the standard streams or exit",
                    (owner, name) -> owner.isEquivalentTo(System.class)
                                    && Set.of("out", "err", "exit").contains(name)
                            || owner.isEquivalentTo(Runtime.class)
                                    && Set.of("exit", "halt").contains(name)
                            || owner.isAssignableTo(Throwable.class) && name.equals("printStackTrace"))))
            .because("results go to files, and only commands speak to the user");

    private static final ArchRule INEXACT_MATHS = noClasses()
            .should(accessTargetWhere(access(
                    "call Math where StrictMath is needed",
                    (owner, name) -> owner.isEquivalentTo(Math.class) && INEXACT.contains(name))))
            .because("results must be the same on every Java");

    private static final ArchRule OTHER_DRAWS = noClasses()
            .should(accessTargetWhere(describe("draw other than by nextLong() and nextDouble()", access -> {
                AccessTarget target = access.getTarget();
                boolean isDraw = target instanceof AccessTarget.CodeUnitAccessTarget call
                        && call.getOwner().isAssignableTo(RandomGenerator.class)
                        && (call.getName().startsWith("next") || call.getName().matches("ints|longs|doubles"))
                        && !(call.getName().matches("nextLong|nextDouble")
                                && call.getRawParameterTypes().isEmpty());
                boolean isUnkeyed = target.getOwner().isEquivalentTo(Random.class)
                        || target.getOwner().getName().equals("java.util.concurrent.ThreadLocalRandom")
                        || target.getFullName().startsWith("java.util.Collections.shuffle");
                return isDraw || isUnkeyed;
            })))
            .because("the other draws differ between versions of Java");

    private static DescribedPredicate<JavaAccess<?>> access(String what, Access access) {
        return describe(
                what,
                found -> access.is(found.getTargetOwner(), found.getTarget().getName()));
    }

    private interface Access {
        boolean is(JavaClass owner, String name);
    }

    private static boolean catches(ArchRule rule, Class<?> offender) {
        return rule.evaluate(new ClassFileImporter().importClasses(offender)).hasViolation();
    }

    // What the rules above must catch, and what they must let pass.

    static final class Printing {
        void print() {
            System.out.println("result");
        }
    }

    static final class Exiting {
        void exit() {
            System.exit(1);
        }
    }

    static final class Inexact {
        double draw(double u) {
            return Math.exp(u);
        }
    }

    static final class InexactByReference {
        java.util.function.DoubleUnaryOperator log() {
            return Math::log;
        }
    }

    static final class Gaussian {
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }
    }

    static final class Bounded {
        int draw(java.util.SplittableRandom random) {
            return random.nextInt(6);
        }
    }

    static final class Unseeded {
        long draw() {
            return new Random().nextLong();
        }
    }

    static final class Careful {
        double draw(RandomGenerator random) {
            return Math.max(StrictMath.log(random.nextDouble()), Math.sqrt(random.nextLong()));
        }
    }
}
