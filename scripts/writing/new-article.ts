import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { urlOf } from "#content/article-path.ts";
import { loadHub } from "#content/hub.ts";
import { addressKey, readRedirects } from "#content/redirects.ts";
import { ArticleId, Frontmatter } from "#content/schema.ts";
import { utcDay } from "#content/utc-day.ts";
import { fileOf } from "./find-content.ts";

type NewArticle = { contentDir: string; id: string; title?: string | undefined; now: Date };

/** Writes a draft with the parts that an article has, and gives its file. @throws Error in words. */
export function newArticle({ contentDir, id, title = titleOf(id), now }: NewArticle): string {
  const [topic = ""] = id.split("/");
  if (!ArticleId.safeParse(id).success)
    throw new Error(`"${id}" is no place for an article: use <topic>/<slug>, in small letters with hyphens.`);
  const topics = [...loadHub(contentDir).topics.map((each) => each.id), "learn"];
  if (!topics.includes(topic)) throw new Error(`"${topic}" is not a topic of hub.yaml. It has ${topics.join(", ")}.`);
  const length = Frontmatter.shape.title.safeParse(title);
  if (!length.success) throw new Error(`"${title}" is no title: it has 5 to 110 signs. Give it with --title "…".`);
  const file = fileOf(contentDir, id);
  if (existsSync(file)) throw new Error(`${path.relative(process.cwd(), file)} is there already.`);
  refuseMoved(contentDir, id);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, template({ title, learn: topic === "learn", day: utcDay(now) }));
  return file;
}

/** A page hides the redirect of its address. */
function refuseMoved(contentDir: string, id: string): void {
  const address = addressKey(urlOf(id));
  const { file, redirects } = readRedirects(contentDir);
  const moved = redirects.find(({ from }) => addressKey(from) === address);
  if (moved)
    throw new Error(`${file}:${moved.line} leads from there to ${moved.to}: take the line out, or use another name.`);
}

/** "set-up-hubspot" → "Set up hubspot" */
function titleOf(id: string): string {
  const words = (id.split("/")[1] ?? "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Parts = { title: string; learn: boolean; day: string };

/** A draft before anybody has written into it. */
export const template = ({ title, learn, day }: Parts): string => `---
${stringify({ title }, { lineWidth: 0 }).trim()}
summary: What the reader will have at the end, in one or two sentences.
kind: ${learn ? "learn" : "guide"}
updated: ${day}
sources:
  - "Where these facts are from"
# Shown by npm run content:preview alone. Take the line out when others may read it.
draft: true
---

${learn ? LEARN : GUIDE}`;

const LEARN = `Begin with the situation that the reader is in, and what is at stake.

## The first thing to decide

What speaks for each answer, and what it costs later.

## Then do it

Lead to the article that has the steps.
`;

const GUIDE = `What is needed before the first step, and how long it takes.

## Do it

<Steps>
  <Step title="Begin with a verb" short="Begin" expect="What the reader sees when it worked.">

One step, one thing to do. **Names of buttons** are bold.

<Troubleshoot symptom="What the reader sees when it did not work">
<Cause>Why that happens.</Cause>
<Fix>What to do.</Fix>
<Verify>How to tell that it is mended.</Verify>
</Troubleshoot>

  </Step>
  <Step title="End with the proof" short="Prove it" expect="The result that the title promises.">

How the reader sees that all of it works.

  </Step>
</Steps>

<Callout kind="note" title="What is good to know">
  What does not belong into a step. \`kind="warning"\` is for what cannot be undone.
</Callout>
`;
