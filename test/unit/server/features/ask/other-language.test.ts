import { describe, expect, it } from "vitest";
import { isInOtherLanguage, nameLanguages } from "#server/features/ask/model/other-language.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const articleIn = (language: string) =>
  sampleArticle(`a/${language.toLowerCase()}`, "T", { "": prose("Text.") }, { language });
const sourcesIn = (...languages: string[]) =>
  numberSources(
    languages
      .map(articleIn)
      .flatMap(splitPassages)
      .map((passage) => ({ passage })),
  );

const SENTENCES: Record<string, string> = {
  en: "Open the CRM tab of your campaign and press Connect.",
  de: "Öffnen Sie den Reiter CRM in der Kampagne und wählen Sie die Verbindung aus.",
  fr: "Ouvrez l’onglet CRM dans les paramètres de la campagne et cliquez sur Connect.",
  es: "Abra la pestaña CRM en los ajustes de la campaña y pulse Connect.",
  it: "Apri la scheda CRM nelle impostazioni della campagna e non premere Connect.",
  pt: "Abra o separador CRM nas definições da campanha e não prima Connect com uma conta.",
  nl: "Open het tabblad CRM in de instellingen van uw campagne en klik op Connect.",
  pl: "Otwórz kartę CRM w ustawieniach kampanii i nie klikaj Connect na stronie.",
  sv: "Öppna fliken CRM i kampanjens inställningar och klicka på Connect för att ansluta.",
  ja: "キャンペーン設定のCRMタブを開いて、Connectを押します。",
  zh: "打开活动设置中的 CRM 选项卡，然后按 Connect。",
  ko: "캠페인 설정에서 CRM 탭을 열고 Connect를 누르세요.",
  ru: "Откройте вкладку CRM в настройках кампании и нажмите Connect.",
  ar: "افتح علامة التبويب CRM في إعدادات الحملة واضغط على Connect.",
};

describe("a sentence in another language than its articles", () => {
  it.each(Object.entries(SENTENCES))("is known for one: %s", (language, sentence) => {
    const other = language === "en" ? "de" : "en";
    expect(isInOtherLanguage(sentence, sourcesIn(language))).toBe(false);
    expect(isInOtherLanguage(sentence, sourcesIn(other))).toBe(true);
    expect(isInOtherLanguage(sentence, sourcesIn(other, language))).toBe(false);
  });

  it.each(["CRM", "HubSpot, Salesforce, Intercom.", "Connect › Save", "1–2", "It takes 90 days.", ""])(
    "is not suspected where it says too little: %j",
    (sentence) => expect(isInOtherLanguage(sentence, sourcesIn("en"))).toBe(false),
  );

  it("is not suspected where the articles' language is not known here", () => {
    expect(isInOtherLanguage(SENTENCES["en"] ?? "", sourcesIn("fi"))).toBe(false);
  });

  it("is none of the articles' own sentences", () => {
    const passages = sampleKnowledge.articles.flatMap(splitPassages);
    expect(passages.filter(({ text }) => isInOtherLanguage(text, sourcesIn("en")))).toEqual([]);
  });
});

it("names the articles' languages as people do", () => {
  expect(nameLanguages(sourcesIn("en", "en-GB", "de"))).toBe("English and German");
});
