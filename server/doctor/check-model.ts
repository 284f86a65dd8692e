import type { ModelServer } from "../core/config.ts";
import { wordsOf } from "../core/errors.ts";
import { ask, type Doctor, fail, type Finding, ok } from "./finding.ts";

/** Asks the model's server what it has: that costs nothing. */
export async function checkModels(doctor: Doctor): Promise<Finding[]> {
  const { model, embedding } = doctor.config;
  const off = model ? [] : [ok("model", "Off: answers are the articles' own sentences.")];
  const checked = await Promise.all([
    ...(model ? [checkServer(doctor, "model", "OPENAI_MODEL", model)] : []),
    ...(embedding ? [checkServer(doctor, "embeddings", "OPENAI_EMBEDDING_MODEL", embedding)] : []),
  ]);
  return [...off, ...checked];
}

async function checkServer(doctor: Doctor, about: string, setting: string, server: ModelServer): Promise<Finding> {
  const { apiKey, baseUrl, name } = server;
  try {
    const headers = new Headers(apiKey ? { authorization: `Bearer ${apiKey}` } : {});
    const response = await ask(doctor, `${baseUrl.replace(/\/$/, "")}/models`, { headers });
    if (response.status !== 200) return refused(about, response.status);
    const body: unknown = await response.json().catch(() => null);
    const names = namesIn(body);
    if (!names)
      return fail(about, "What it answers is no list of models.", "Look at OPENAI_BASE_URL: it often ends in /v1.");
    if (names.includes(name) || names.includes(`${name}:latest`)) return ok(about, `${name} is there.`);
    return fail(
      about,
      `The server has no ${name}.`,
      `Set ${setting} to one of: ${names.slice(0, 5).join(", ") || "none yet"}.`,
    );
  } catch (error) {
    return fail(
      about,
      `${wordsOf(error)}.`,
      "Look at OPENAI_BASE_URL, and whether the server runs. Meanwhile articles answer.",
    );
  }
}

function refused(about: string, status: number): Finding {
  if (status === 401 || status === 403)
    return fail(about, `It refuses our key (${status}).`, "Look at OPENAI_API_KEY.");
  if (status === 404)
    return fail(about, "Nothing is at that address (404).", "Look at OPENAI_BASE_URL: it often ends in /v1.");
  if (status === 429) return fail(about, "It has no quota for us now (429).", "Look at your plan with the provider.");
  return fail(about, `It answers ${status}.`, "Look at the server's own log or status page.");
}

function namesIn(body: unknown): string[] | null {
  if (typeof body !== "object" || body === null || !("data" in body) || !Array.isArray(body.data)) return null;
  return body.data.flatMap((each: unknown) =>
    typeof each === "object" && each !== null && "id" in each && typeof each.id === "string" ? [each.id] : [],
  );
}
