import { expect, it } from "vitest";
import { recogniseRemark } from "#server/features/ask/recognise.ts";

it.each([
  ["Hello!", "greeting"],
  ["good morning", "greeting"],
  ["ok, thanks a lot", "thanks"],
  ["I want to talk to a person", "person"],
  ["can I speak with a real human please", "person"],
  ["human", "person"],
  ["Are you a bot?", "self"],
  ["what can you do?", "self"],
  ["this is fucking useless", "abuse"],
  ["You are so stupid!!", "abuse"],
  ["this stupid CRM tab is missing", null],
  ["Guten Tag zusammen!", "greeting"],
  ["Grüß Gott", "greeting"],
  ["Super, vielen Dank!", "thanks"],
  ["danke schön", "thanks"],
  ["Ich möchte mit einem echten Menschen sprechen", "person"],
  ["kann ich bitte mit jemandem vom Team telefonieren", "person"],
  ["verbinden Sie mich mit einem Mitarbeiter", "person"],
  ["Mitarbeiter bitte", "person"],
  ["Wer bist du?", "self"],
  ["Bist du eine KI?", "self"],
  ["Was können Sie?", "self"],
  ["das ist doch alles Scheiße", "abuse"],
  ["Ihr seid so blöd!", "abuse"],
  ["Hallo, meine Kontakte kommen nicht an", null],
  ["Wer sind die Kontakte mit dem Menschen-Symbol?", null],
  ["Danke-Seite öffnet nicht", null],
  ["Was kann der Support sehen, wenn ich das Formular schicke?", null],
  ["hello, my contacts do not sync", null],
  ["How do I connect a person's CRM?", null],
  ["thanks page does not open", null],
])("takes %j for %s", (text, remark) => {
  expect(recogniseRemark(text)).toBe(remark);
});
