package com.micloud.signin.setup;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.LogoHosts;
import com.micloud.signin.account.SignInMethods;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/** Reports after every start what in the realms is set up wrongly (spec: "Bad input"). */
final class SetupReport {

    private static final Logger LOG = Logger.getLogger(SetupReport.class);

    /** Organizations, providers and applications are read in portions, each in a transaction of its own. */
    private static final int PORTION = 200;

    private final KeycloakSessionFactory factory;
    private final RealmInspection realmInspection;
    private final int accountLimit;

    private SetupReport(KeycloakSessionFactory factory, ExpectedFlows expected, int accountLimit) {
        this.factory = factory;
        this.realmInspection = new RealmInspection(expected);
        this.accountLimit = accountLimit;
    }

    /**
     * Arranges for a report when the server has started, beside the work it does then.
     *
     * @param accountLimit how many accounts of a realm are looked at, and how many providers and applications; reading all of a hundred thousand at every start
     *     would empty the caches
     */
    public static void afterStart(KeycloakSessionFactory factory, ExpectedFlows expected, int accountLimit) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                Thread thread = new Thread(
                        () -> new SetupReport(factory, expected, accountLimit).run(), "micloud-setup-report");
                thread.setDaemon(true);
                thread.start();
            }
        });
    }

    private void run() {
        try {
            realms().forEach(this::report);
        } catch (RuntimeException e) {
            LOG.warn("The MiCloud sign-in set-up could not be looked over; sign-in itself is not affected.", e);
        }
    }

    private List<String> realms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> session.realms()
                .getRealmsStream()
                .filter(realmInspection::concerns)
                .map(RealmModel::getName)
                .toList());
    }

    private void report(String realmName) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = enter(session, realmName);
            realmInspection.inspect(realm).forEach(finding -> log(realmName, finding));
            new BrandInspection(session).inspect(realm).forEach(finding -> log(realmName, finding));
            new ThemeInspection(session).inspect(realm).forEach(finding -> log(realmName, finding));
            ProviderInspection.inspectStore(session).ifPresent(finding -> log(realmName, finding));
            UsernameInspection.inspect(session).ifPresent(finding -> log(realmName, finding));
        });
        inPortions(first -> inspectProviders(realmName, first));
        ApplicationInspection applications = new ApplicationInspection();
        ClientThemes themes = new ClientThemes();
        inPortions(first -> inspectApplications(applications, themes, realmName, first));
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            enter(session, realmName);
            themes.inspect(session).forEach(finding -> log(realmName, finding));
        });
        applications.others().ifPresent(finding -> log(realmName, finding));
        AccountInspection accounts = new AccountInspection();
        int looked = inPortions(first -> inspect(accounts, realmName, first));
        tell(realmName, accounts);
        LOG.infof("Looked over the MiCloud sign-in set-up of realm %s, with %d accounts.", realmName, looked);
    }

    /**
     * Looks at things until there are no more, or enough.
     *
     * @param look looks at a portion that begins there, and says how many there were
     * @return how many there were in all
     */
    private int inPortions(IntUnaryOperator look) {
        int looked = 0;
        int portion = PORTION;
        while (portion == PORTION && looked < accountLimit) {
            portion = look.applyAsInt(looked);
            looked += portion;
        }
        return looked;
    }

    private int inspectProviders(String realmName, int first) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            enter(session, realmName);
            List<IdentityProviderModel> providers = session.identityProviders()
                    .getAllStream(IdentityProviderQuery.userAuthentication(), first, PORTION)
                    .toList();
            providers.stream()
                    .flatMap(provider -> ProviderInspection.inspect(provider).stream())
                    .forEach(finding -> log(realmName, finding));
            return providers.size();
        });
    }

    private int inspectApplications(
            ApplicationInspection inspection, ClientThemes themes, String realmName, int first) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = enter(session, realmName);
            List<ClientModel> clients = realm.getClientsStream(first, PORTION).toList();
            clients.forEach(themes::note);
            clients.stream()
                    .flatMap(client -> inspection.inspect(client).stream())
                    .forEach(finding -> log(realmName, finding));
            return clients.size();
        });
    }

    private int inspect(AccountInspection inspection, String realmName, int first) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = enter(session, realmName);
            AccountDirectory directory = AccountDirectory.of(session);
            List<Account> accounts = directory.list(first, PORTION);
            Set<String> logoHosts = LogoHosts.of(realm);
            for (Account account : accounts) {
                SignInMethods methods = directory.methodsOf(account);
                inspection
                        .inspect(account, methods, directory.brandingOf(account), logoHosts)
                        .forEach(finding -> log(realmName, finding));
                inspection.noteDomain(account, methods, directory.hasDomain(account));
            }
            return accounts.size();
        });
    }

    private static void tell(String realmName, AccountInspection inspection) {
        if (inspection.showingMembers() > 0) {
            LOG.infof(
                    "Realm %s: %d accounts with single sign-on have no registered e-mail domain, among them %s. Where"
                            + " single sign-on leads shows strangers which usernames exist there. Register the"
                            + " customers' domains under Organizations > Settings to give nothing away.",
                    realmName, inspection.showingMembers(), String.join(", ", inspection.someShowingMembers()));
        }
    }

    private static RealmModel enter(KeycloakSession session, String realmName) {
        RealmModel realm = session.realms().getRealmByName(realmName);
        session.getContext().setRealm(realm);
        return realm;
    }

    private static void log(String realmName, Finding finding) {
        LOG.warnf("Realm %s is set up wrongly: %s", realmName, finding);
    }
}
