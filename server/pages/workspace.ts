import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import { changeWorkspace, listWorkspaces, ReturnTo, type SessionDeps } from "#server/auth/session.ts";
import { askerOf, setCookies } from "#server/auth/session.routes.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { afterwardsIn } from "./afterwards.ts";
import { optionalField } from "./forms.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";
import { accountPage } from "./account-parts.ts";
import { accountPageWords as t } from "./account-page.words.ts";

const ChooseQuery = z.object({ returnTo: ReturnTo.optional().catch(undefined) });
const ChooseForm = z.object({ workspace: z.string().min(1).max(200), returnTo: optionalField(ReturnTo) });
type Choice = Awaited<ReturnType<typeof listWorkspaces>>;

/** `/sign-in/workspace/`: for who belongs to several. Works without script. */
export const workspacePages = (deps: SessionDeps & { hub: Pick<Hub, "integrations"> }) =>
  new Hono<PageEnv>()
    .get("/sign-in/workspace/", queryParams(ChooseQuery), async (c) =>
      sendPage(c, choosePage(await listWorkspaces(deps, c.req.raw.headers), c.req.valid("query").returnTo)),
    )
    .post("/sign-in/workspace/", formBody(ChooseForm), async (c) => {
      const { workspace, returnTo } = c.req.valid("form");
      setCookies(c, await changeWorkspace(deps, askerOf(c).headers, workspace));
      return c.redirect(returnTo ?? afterwardsIn(deps.hub), 303);
    });

const choosePage = ({ workspaces, workspaceId }: Choice, returnTo: string | undefined): Page =>
  accountPage(
    "sign-in",
    t.chooseAWorkspace,
    t.youBelongToMore,
    html`<form class="stacked" method="post" action="/sign-in/workspace/">
      <input type="hidden" name="returnTo" value="${returnTo ?? ""}" />
      <fieldset class="ticks">
        <legend>${t.workspace}</legend>
        ${workspaces.map(
          ({ id, name }) =>
            html`<label>
              <input type="radio" name="workspace" value="${id}" ${id === workspaceId ? "checked" : ""} /> ${name}
            </label>`,
        )}
      </fieldset>
      <p class="acts"><button class="btn main" type="submit">${t.goOn}</button></p>
    </form>`,
  );
