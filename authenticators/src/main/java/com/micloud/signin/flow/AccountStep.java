package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.application.Reentry;
import com.micloud.signin.keycloak.Step;
import com.micloud.signin.routing.AccountChoice;
import com.micloud.signin.routing.AccountTable;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.TypedAccount;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.OpenSignIns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserSessionModel;

/**
 * The step that decides for which account the user signs in. It is in the flow twice, before and after the password.
 */
final class AccountStep extends Step {

    private static final String LISTED = "account";
    private static final String TYPED = "accountIdentifier";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Journey journey = Journey.of(context);
        if (journey.account().isPresent()) {
            context.success();
            return;
        }
        Optional<Account> hinted = hinted(context, journey);
        switch (choice(journey, hinted)) {
            case LATER, NO_ACCOUNT -> context.success();
            case TAKE_ONLY -> take(context, journey, journey.choices().get(0));
            case TAKE_HINTED -> take(context, journey, hinted.orElseThrow());
            case ASK -> ask(context, journey);
            case REFUSE_NO_ACCOUNT -> journey.refuse(Refusal.NO_ACCOUNT);
        }
    }

    private void ask(AuthenticationFlowContext context, Journey journey) {
        if (journey.hints().silent()) {
            // In a silent request the guard decides, and Keycloak answers interaction_required.
            context.success();
        } else if (isGuessed(context, journey)
                && AccountTries.of(context, journey).areOver()) {
            journey.refuse(Refusal.TOO_MANY_TRIES);
        } else {
            journey.show(journey.page().accounts(listed(context, journey), AccountForm.empty()));
        }
    }

    private static AccountChoice choice(Journey journey, Optional<Account> hinted) {
        int count = journey.choices().size();
        return AccountTable.choice(
                journey.application(),
                new AccountTable.Facts(
                        count,
                        count > 1 && journey.anyTakesPassword(),
                        journey.identityProved(),
                        hinted.isPresent(),
                        journey.hints().reselect()));
    }

    /** The account that the application names, or the account of a silent request. */
    private Optional<Account> hinted(AuthenticationFlowContext context, Journey journey) {
        Optional<Account> named =
                isGuessed(context, journey) ? AccountTries.of(context, journey).hinted() : journey.hintedAccount();
        return named.or(() -> journey.reusableSession()
                .flatMap(session -> last(context, journey, session))
                .flatMap(id -> journey.choices().stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst()));
    }

    /**
     * The id of the account of a silent return: the one this application was last in, and for applications that never
     * ask, else the one any application was in.
     */
    private static Optional<String> last(AuthenticationFlowContext context, Journey journey, UserSessionModel session) {
        boolean neverAsks = journey.application().reentry() == Reentry.SESSION;
        if (!neverAsks && !journey.hints().silent()) {
            return Optional.empty();
        }
        return BoundAccount.lastOf(session, context.getAuthenticationSession().getClient())
                .or(() -> neverAsks ? BoundAccount.latest(session.getNotes()) : Optional.empty())
                .map(BoundAccount::accountId);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Journey journey = Journey.of(context);
        AccountForm entered = AccountForm.of(context.getHttpRequest().getDecodedFormParameters());
        if (entered.isEmpty()) {
            again(context, journey, entered, LISTED, "micloudAccountMissing");
        } else if (isGuessed(context, journey)) {
            guess(context, journey, entered);
        } else {
            judge(context, journey, entered);
        }
    }

    /** Whether a right number or label would tell somebody who has not proved who they are what they did not see. */
    private boolean isGuessed(AuthenticationFlowContext context, Journey journey) {
        return journey.choices().size() > 1
                && !Disclosure.of(context.getRealm()).allowsListing(journey.identityProved());
    }

    private void guess(AuthenticationFlowContext context, Journey journey, AccountForm entered) {
        AccountTries tries = AccountTries.of(context, journey);
        OptionalInt place = tries.begin();
        if (place.isEmpty()) {
            journey.refuse(Refusal.TOO_MANY_TRIES);
        } else if (judge(context, journey, entered)) {
            tries.takeBack(place.getAsInt());
        } else {
            journey.signIn().countWrongAccount();
        }
    }

    /**
     * Goes on with the entered account, or shows what is wrong. Returns whether the entry names accounts of the user.
     */
    private boolean judge(AuthenticationFlowContext context, Journey journey, AccountForm entered) {
        Optional<Account> picked = journey.accounts().stream()
                .filter(account -> account.hasNumber(entered.number()))
                .findFirst();
        if (!entered.number().isEmpty() && picked.isEmpty()) {
            again(context, journey, entered, LISTED, "micloudAccountUnknown");
            return false;
        }
        if (entered.typed().isEmpty()) {
            take(context, journey, picked.orElseThrow());
            return true;
        }
        TypedAccount typed = TypedAccount.find(journey.accounts(), entered.typed());
        if (typed instanceof TypedAccount.One one) {
            boolean conflict =
                    picked.filter(account -> !account.equals(one.account())).isPresent();
            if (conflict) {
                again(context, journey, entered, TYPED, "micloudAccountConflict");
            } else {
                take(context, journey, one.account());
            }
            return true;
        }
        if (typed instanceof TypedAccount.Ambiguous) {
            again(context, journey, entered, TYPED, "micloudAccountAmbiguous");
            return true;
        }
        search(context, journey, entered, picked);
        return false;
    }

    /**
     * Handles a text that is a part of names. It may be the search that filtered the drop-down before the user chose an
     * account there (js/accounts). The search covers only accounts that the page may list, so that nobody learns names
     * by trying.
     */
    private void search(
            AuthenticationFlowContext context, Journey journey, AccountForm entered, Optional<Account> picked) {
        List<Account> found = listed(context, journey).stream()
                .filter(account -> account.mentions(entered.typed()))
                .toList();
        if (picked.filter(found::contains).isPresent()) {
            take(context, journey, picked.orElseThrow());
        } else if (found.isEmpty()) {
            again(context, journey, entered, TYPED, "micloudAccountUnknown");
        } else if (found.size() > Page.LIST_LIMIT) {
            again(context, journey, entered, TYPED, "micloudAccountMany", String.valueOf(found.size()));
        } else {
            journey.show(journey.page().accountsFound(found, entered));
        }
    }

    private void again(
            AuthenticationFlowContext context,
            Journey journey,
            AccountForm entered,
            String field,
            String message,
            Object... parameters) {
        journey.show(journey.page().error(field, message, parameters).accounts(listed(context, journey), entered));
    }

    private List<Account> listed(AuthenticationFlowContext context, Journey journey) {
        return Disclosure.of(context.getRealm()).allowsListing(journey.identityProved())
                ? journey.choices()
                : List.of();
    }

    private static void take(AuthenticationFlowContext context, Journey journey, Account account) {
        journey.signIn().choose(account);
        journey.browserSession()
                .ifPresent(session -> OpenSignIns.clear(
                        session, context.getAuthenticationSession().getClient()));
        context.success();
    }
}
