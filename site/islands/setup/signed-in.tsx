import { findArticle } from "../article.ts";
import { notIn } from "./come-in.ts";
import { Press } from "./say.tsx";
import { leave, me } from "./setup-state.ts";

/** An article may stand in the widget's frame, which has another address. */
const herePath = (): string => findArticle()?.url ?? location.pathname;

/** Who is signed in, small, with the way out. */
export function SignedIn() {
  const customer = me.value?.customer;
  if (!customer) return <span>Not signed in{notIn.value && `: ${notIn.value}`}</span>;
  return (
    <>
      <span>
        {customer.workspace.name}{" "}
        {customer.several && (
          <a href={`/sign-in/workspace/?${new URLSearchParams({ returnTo: herePath() })}`}>Change workspace</a>
        )}
      </span>
      <span>
        Signed in as {customer.email} <Press press={() => void leave()}>Sign out</Press>
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
          <a class="btn main" href={`/sign-in/?${new URLSearchParams({ returnTo })}`}>
            Sign in by e-mail
          </a>
          <span class="small">No password: you get a link that signs you in once.</span>
        </p>
      )}
      {product && (
        <p>
          {mail ? "Or open" : "Open"} this setup from the product, under Campaign Settings › Integrations and API › CRM:
          then you are signed in already.
        </p>
      )}
      {!mail && !product && (
        <p>
          Signing in is not set up on this hub. <a href="/contact/">Ask a person</a> to set it up with you.
        </p>
      )}
    </>
  );
}
