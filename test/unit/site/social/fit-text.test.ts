import { describe, expect, it } from "vitest";
import { drawable } from "#site/social/drawable.ts";
import { cutLine, fitTitle, LEADING } from "#site/social/fit-text.ts";
import { typefaceOf } from "#site/social/typeface.ts";
import { openStandard } from "#site/typeface/standard-weights.ts";

const typeface = typefaceOf(openStandard());
const bold = (text: string) => typeface.measure(text, "bold");
const BOX = { width: 912, height: 248 };
const fit = (title: string) => fitTitle(title, bold, BOX);

function expectInside({ size, lines }: ReturnType<typeof fit>): void {
  expect(lines.length * size * LEADING).toBeLessThanOrEqual(BOX.height);
  for (const line of lines) expect(bold(line) * size, line).toBeLessThanOrEqual(BOX.width);
}

describe("a title", () => {
  it("is large where it is short, and smaller the longer it is", () => {
    const titles = [
      "FAQ",
      "Contacts do not reach your CRM, and nothing says why",
      "Kontakte werden nicht übertragen: Was Ihr CRM zurückmeldet und was Sie tun können",
    ];
    const fitted = titles.map(fit);
    for (const [index, each] of fitted.entries()) {
      expectInside(each);
      expect(each.lines.join(" ")).toBe(titles[index]);
    }
    const sizes = fitted.map(({ size }) => size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(new Set(sizes).size).toBe(3);
  });

  it("leaves no word alone on its last line where two even ones take no more room", () => {
    const { lines } = fit("Connect your CRM to Referral Factory");
    expect(lines).toEqual(["Connect your CRM", "to Referral Factory"]);
  });

  it("that is too long at any size ends with an ellipsis, after a whole word", () => {
    const title = "Why a contact cannot be referenced any more, and what to do about it, ".repeat(6).trim();
    const fitted = fit(title);
    expectInside(fitted);
    const text = fitted.lines.join(" ");
    expect(text.endsWith("…")).toBe(true);
    expect(title).toMatch(new RegExp(`^${text.slice(0, -1)}\\b`));
  });

  it("breaks a word that is wider than a line, and cuts one that has no end", () => {
    const broken = fit("Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikation einladen");
    expectInside(broken);
    expect(broken.lines.join("").replaceAll("-", "")).toBe(
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikation einladen",
    );
    const endless = fit("W".repeat(500));
    expectInside(endless);
    expect(endless.lines.at(-1)).toMatch(/W…$/);
  });

  it("is cut to one line without a comma before the ellipsis", () => {
    expect(cutLine("Contacts, and syncing", bold("Contacts, and…"), bold)).toBe("Contacts, and…");
    expect(cutLine("Contacts, and syncing", bold("Contacts,…"), bold)).toBe("Contacts…");
    expect(cutLine("Contacts", 99, bold)).toBe("Contacts");
  });
});

describe("the typeface", () => {
  it("draws the accents of European languages, written in either way", () => {
    for (const text of ["Łódź, Ġgantija, Âşık, Ķekava", "Señor “O’Brien” – 50 %", "Größe: Straße?"])
      expect(drawable(text, typeface.has)).toBe(text);
    expect(drawable("Cafe\u0301", typeface.has)).toBe("Café");
  });

  it("draws nothing of what is in a script that it lacks", () => {
    for (const text of ["Kết nối", "CRMを接続する", "连接", "اتصال", "חיבור", "Подключение", "Σύνδεση", "๑๒", "", " "])
      expect(drawable(text, typeface.has), text).toBeNull();
  });

  it("leaves out signs that it lacks, and the space before them", () => {
    expect(drawable("What’s new in 2.0 🎉: Settings → Users ✅", typeface.has)).toBe(
      "What’s new in 2.0: Settings Users",
    );
    expect(drawable("❤️ Thanks", typeface.has)).toBe("Thanks");
    expect(drawable("🎉", typeface.has)).toBeNull();
  });

  it("kerns, and draws outlines alone: no machine's fonts", () => {
    expect(bold("To")).toBeLessThan(bold("T") + bold("o"));
    const svg = typeface.draw("To", { x: 0, y: 0, size: 10, weight: "bold", fill: "#000" });
    expect(svg.match(/<path /g)).toHaveLength(2);
    expect(svg).not.toContain("<text");
  });
});
