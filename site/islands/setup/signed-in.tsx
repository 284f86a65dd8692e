import { findArticle } from "../article.ts";
import { here } from "../dom.ts";
import { notIn } from "./come-in.ts";
import { Press } from "./say.tsx";
import { leave, me } from "./setup-state.ts";
import { setupConnectWords as t } from "./connect.words.ts";

/** An article may stand in the widget's frame, which has another address. */
const herePath = (): string => findArticle()?.url ?? location.pathname;

/** Who is signed in, small, with the way out. */
export function SignedIn() {
  const customer = me.value?.customer;
  if (!customer)
    return (
      <span>
        {t.notSignedIn}
        {notIn.value && `: ${notIn.value}`}
      </span>
    );
  return (
    <>
      <span>
        {customer.workspace.name}{" "}
        {customer.several && (
          <a href={here(`/sign-in/workspace/?${new URLSearchParams({ returnTo: herePath() })}`)}>{t.changeWorkspace}</a>
        )}
      </span>
      <span>
        {t.signedInAs(customer.email)} <Press press={() => void leave()}>{t.signOut}</Press>
      </span>
    </>
  );
}

/** Says that one has to sign in, and every way there is. */
export function SignInFirst({ what }: { what: string }) {
  const { mail, product } = me.value?.ways ?? { mail: true, product: false };
  const returnTo = herePath() + location.hash;
  return (
    <>
      <p>{what}</p>
      {mail && (
        <p class="acts">
          <a class="btn main" href={here(`/sign-in/?${new URLSearchParams({ returnTo })}`)}>
            {t.signInByE}
          </a>
          <span class="small">{t.noPasswordYouGet}</span>
        </p>
      )}
      {product && (
        <p>
          {mail ? t.orOpen : t.open} {t.thisSetupFromThe}
        </p>
      )}
      {!mail && !product && (
        <p>
          {t.signingInIsNot} <a href={here("/contact/")}>{t.askAPerson}</a> {t.toSetItUp}
        </p>
      )}
    </>
  );
}
