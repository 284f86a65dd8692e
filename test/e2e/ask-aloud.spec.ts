import { answerFrom, ARTICLE, ask, field, log, openAsk, panel, ready, test as withModel } from "./ask-support.ts";
import { expect, makeRoom, test } from "./support.ts";

const QUESTION = "Which CRMs can I connect?";

test("the panel reads as a complementary region with a log, one polite region and a labelled field", async ({
  soundPage: page,
}) => {
  await answerFrom(page, `${ARTICLE}#five-steps`);
  await openAsk(page);
  await ask(page, QUESTION);
  await ready(page);
  await expect(panel(page)).toMatchAriaSnapshot(`
    - complementary "Ask":
      - heading "Ask" [level=2]
      - paragraph: About Connect your CRM and see that it works
      - button "New question"
      - button "Close Ask"
      - log "Questions and answers":
        - heading "${QUESTION}" [level=3]
        - paragraph: From the articles, word for word.
        - paragraph:
          - text: So it is.
          - 'link "Source 1: An article › A section"'
        - heading "Sources" [level=4]
        - list:
          - listitem:
            - link "A section"
            - text: An article
        - group "Did this answer help?":
          - text: Did this help?
          - button "Yes"
          - button "No"
        - button "Copy"
        - link "Ask a person this"
      - textbox "Ask a follow-up"
      - button "Ask"
      - paragraph:
        - link "Talk to a person"
      - status: "Answer ready: answered"
  `);
  await expect(log(page)).toHaveAttribute("aria-live", "off");
});

withModel(
  "what is said aloud: that it is answering, and that the answer is ready; not each sentence",
  async ({ soundPage: page, modelHub: { model } }) => {
    await openAsk(page);
    const heard = await page.evaluateHandle(() => {
      const said: string[] = [];
      const region = document.querySelector(".ask [role=status]");
      const note = (): void => {
        if (region?.textContent) said.push(region.textContent);
      };
      if (region) new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
      return said;
    });
    await ask(page, "How long does the approval of my Tenant ID take?");
    const answer = await model.asked();
    answer.say("The approval takes 1–2 business days. [1]\nThe Tenant ID identifies your company. [1]\n");
    await expect(log(page).getByText("1–2 business days")).toBeVisible();
    answer.end();
    await ready(page);
    expect(await heard.jsonValue()).toEqual(["Answering", "Answer ready: answered"]);
  },
);

test("the focus is where it is needed: on opening, asking, closing by Esc, and coming back", async ({
  soundPage: page,
}) => {
  await makeRoom(page);
  await page.goto(ARTICLE);
  const opener = page.getByRole("link", { name: "Ask about this page" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await log(page).getByRole("button", { name: QUESTION }).focus();
  await page.keyboard.press("Enter"); // the starters go
  await expect(log(page)).toBeFocused();
  await ready(page);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.press("Control+i");
  await expect(field(page)).toBeFocused();
  await ask(page, "How do I connect HubSpot?");
  await ready(page);
  await expect(field(page)).toBeFocused();
  await panel(page).getByRole("button", { name: "New question" }).click();
  await expect(field(page)).toBeFocused();
});

test("a panel that comes back with the next page leaves the focus to the page", async ({ soundPage: page }) => {
  await makeRoom(page);
  await openAsk(page);
  await page.goto("/learn/");
  await expect(panel(page)).toBeVisible();
  await expect(field(page)).not.toBeFocused();
});

test("what was opened from the search and is closed leaves the focus at Ask", async ({ soundPage: page }) => {
  await makeRoom(page);
  await page.goto(ARTICLE);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("which crms can I connect");
  await page.keyboard.press("Enter");
  await ready(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Ask", exact: true })).toBeFocused();
});
