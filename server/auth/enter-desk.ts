import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** Ways in that are two factors by themselves, or whose owner answers for that. */
export const STRONG_WAYS = ["passkey", "oidc"] as const;

/** Signs somebody in who has shown who they are by other means than a password. It has no route. */
export const enterDesk = {
  id: "enter-desk",
  endpoints: {
    enterDesk: createAuthEndpoint(
      "/enter-desk",
      { method: "POST", body: z.object({ userId: z.string(), way: z.enum(STRONG_WAYS) }) },
      async (ctx) => {
        const { userId, way } = ctx.body;
        const user = await ctx.context.internalAdapter.findUserById(userId);
        if (!user) throw ctx.error("NOT_FOUND");
        const session = await ctx.context.internalAdapter.createSession(userId, false, { way });
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ ok: true });
      },
    ),
  },
};
