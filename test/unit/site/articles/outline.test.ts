import { describe, expect, it } from "vitest";
import { countMinutes } from "#site/articles/minutes.ts";
import { readOutline } from "#site/articles/outline.ts";

const step = (id: string, number: number, title: string, short = "") =>
  `<li class="step" id="${id}" data-step="${id}" data-number="${number}"${short && ` data-short="${short}"`}>
    <h3><span>${number}</span><span data-part="title">${title}</span></h3></li>`;

describe("an article's outline", () => {
  it("has its sections, with steps and smaller headings inside", () => {
    const { sections } = readOutline(`
      <h2 id="steps">Two steps<a data-knowledge="skip">§</a></h2>
      <ol class="steps">${step("open", 1, "Open the tab", "Open")}${step("save", 2, "Save")}</ol>
      <h2 id="more">More</h2><h3 id="detail">A detail</h3>`);
    expect(sections).toEqual([
      {
        id: "steps",
        title: "Two steps",
        inner: [
          { id: "open", title: "Open" },
          { id: "save", title: "Save" },
        ],
      },
      { id: "more", title: "More", inner: [{ id: "detail", title: "A detail" }] },
    ]);
  });

  it("knows which of them nobody has translated", () => {
    const { sections } = readOutline(
      `<h2 id="a">One</h2><div class="flow" lang="en"><ol class="steps">${step("b", 1, "Two")}</ol><h2 id="c">Three</h2></div>`,
    );
    expect(sections).toEqual([
      { id: "a", title: "One", inner: [{ id: "b", title: "Two", language: "en" }] },
      { id: "c", title: "Three", language: "en", inner: [] },
    ]);
  });

  it("takes the quick path from the first step block", () => {
    const { quickPath } = readOutline(
      `<ol class="steps">${step("a", 1, "First", "One")}</ol><ol class="steps">${step("b", 1, "Other")}</ol>`,
    );
    expect(quickPath).toEqual([{ id: "a", number: "1", title: "First", short: "One" }]);
  });

  it("is empty for an article without headings", () => {
    expect(readOutline("<p>Words.</p>")).toEqual({ sections: [], quickPath: [] });
  });
});

describe("reading time", () => {
  it("counts words, not tags, and is never less than a minute", () => {
    expect(countMinutes(`<Figure name="a" alt="many words that nobody reads here" />`)).toBe(1);
    expect(countMinutes("word ".repeat(500))).toBe(3);
    expect(countMinutes(`${"word ".repeat(400)}${'<Step title="Do it">\n</Step>\n'.repeat(4)}`)).toBe(4);
  });

  it.each([
    ["Russian", "Откройте настройки — и нажмите кнопку. ".repeat(80), 2],
    ["Arabic", "افتح الإعدادات ثم اضغط الزر. ".repeat(80), 2],
    ["Japanese", "設定を開いて、ボタンを押してください。".repeat(60), 3],
    ["Chinese", "打开设置，然后点击按钮。".repeat(100), 3],
    ["Thai", "เปิดการตั้งค่าแล้วกดปุ่ม ".repeat(85), 3],
  ])("counts the words of %s", (_, text, minutes) => {
    expect(countMinutes(text)).toBe(minutes);
  });
});
