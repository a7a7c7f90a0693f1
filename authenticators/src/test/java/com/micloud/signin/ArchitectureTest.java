package com.micloud.signin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.micloud.signin.ledger.LedgerPage;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileProvider;

@DisplayName("The shape of the jar")
final class ArchitectureTest {

    private static final String ROOT = "com.micloud.signin.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.micloud.signin");

    /** From the bottom to the top: a package uses only those before it. */
    static final List<String> PACKAGES = List.of(
            "keycloak",
            "application",
            "account",
            "brand",
            "routing",
            "session",
            "events",
            "token",
            "logout",
            "provider",
            "password.expiry",
            "password.mail",
            "password",
            "password.forgotten",
            "password.change",
            "guard",
            "person",
            "page",
            "flow",
            "setup");

    @TestFactory
    @DisplayName("lets packages use only those below them")
    Stream<DynamicTest> arrowsPointDownwards() {
        return IntStream.range(0, PACKAGES.size())
                .mapToObj(place -> DynamicTest.dynamicTest(PACKAGES.get(place), () -> noClasses()
                        .that()
                        .resideInAPackage(ROOT + PACKAGES.get(place))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(PACKAGES.stream()
                                .skip(place + 1L)
                                .map(above -> ROOT + above)
                                .toArray(String[]::new))
                        .check(CLASSES)));
    }

    @Test
    @DisplayName("has no package beside those")
    void noOtherPackage() {
        classes()
                .that()
                .resideOutsideOfPackage("com.micloud.signin.policy..")
                .should()
                .resideInAnyPackage(PACKAGES.stream().map(one -> ROOT + one).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    @DisplayName("keeps Keycloak out of the decisions")
    void decisionsKnowNoKeycloak() {
        noClasses()
                .that()
                .resideInAPackage("..signin.routing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.keycloak..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("uses of Keycloak's unstable jars only what stands in docs/ledger.md")
    void unstableJars() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "ledger.md"));
        classes()
                .should(new ArchCondition<>("use of unstable jars what the page names") {
                    @Override
                    public void check(JavaClass ours, ConditionEvents events) {
                        ours.getDirectDependenciesFromSelf().stream()
                                .filter(use -> LedgerPage.isOfUnstableJar(use.getTargetClass()
                                        .getBaseComponentType()
                                        .getName()))
                                .filter(use -> !LedgerPage.names(
                                        page,
                                        ours.getName(),
                                        use.getTargetClass()
                                                .getBaseComponentType()
                                                .getName()))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    @DisplayName("touches the password policy, whose jar need not be there, in one class only")
    void policyOfItsOwnJar() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..signin.policy..")
                .and()
                .doNotHaveSimpleName("NewPasswordRules")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..signin.policy..")
                .check(CLASSES);
    }

    @Test
    @DisplayName(
            "asks for the request by CurrentRequest wherever Keycloak may come without one: imports, timers, the start")
    void noRequestNeededEverywhere() {
        noClasses()
                .that(isAssignableToAny(
                                ProviderFactory.class,
                                ProviderEventListener.class,
                                EventListenerProvider.class,
                                KeycloakTransaction.class,
                                UserProfileProvider.class,
                                UserProfile.class,
                                PasswordPolicyManagerProvider.class,
                                PasswordPolicyProvider.class,
                                BruteForceProtector.class,
                                FreeMarkerProvider.class,
                                // Stands before Keycloak's store of providers.
                                InvocationHandler.class)
                        .or(JavaClass.Predicates.simpleName("SetupReport"))
                        .or(JavaClass.Predicates.simpleName("LaterMail"))
                        .or(JavaClass.Predicates.simpleName("ResetMails"))
                        .or(JavaClass.Predicates.simpleName("UserMail"))
                        .or(JavaClass.Predicates.simpleName("SeenBrowser"))
                        .or(JavaClass.Predicates.simpleName("MembershipCache")))
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(
                                JavaClass.Predicates.assignableTo(KeycloakContext.class)))
                        .and(JavaCall.Predicates.target(HasName.Predicates.nameMatching(
                                "get(HttpRequest|HttpResponse|RequestHeaders|Uri|AuthServerUrl|ContextPath)"))))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isAssignableToAny(Class<?>... types) {
        return Stream.of(types)
                .map(JavaClass.Predicates::assignableTo)
                .reduce(DescribedPredicate.alwaysFalse(), (some, more) -> some.or(more));
    }

    @Test
    @DisplayName("brings no classes of third parties along")
    void onlyWhatKeycloakBrings() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "com.micloud.signin..",
                        "java..",
                        "org.w3c.dom..",
                        "org.keycloak..",
                        "jakarta.ws.rs..",
                        "jakarta.enterprise.context..",
                        "com.fasterxml.jackson.annotation..",
                        "io.micrometer.core.instrument..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "javax.xml.datatype..",
                        "org.apache.http..",
                        "org.jboss.logging.."))
                .check(CLASSES);
    }

    @Test
    @DisplayName("keeps no state beside sessions and database: any step may run on any node")
    void noStaticState() {
        fields().that()
                .areStatic()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .notHaveRawType(Map.class)
                .andShould()
                .notHaveRawType("java.util.concurrent.ConcurrentHashMap")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    @DisplayName("keeps no Optional in a value")
    void noOptionalFields() {
        fields().that()
                .areDeclaredInClassesThat()
                .areRecords()
                .should()
                .notHaveRawType(Optional.class)
                .check(CLASSES);
    }
}
