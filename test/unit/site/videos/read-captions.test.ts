import { expect, test } from "vitest";
import { readCaptions } from "#site/videos/read-captions.ts";

test("captions become paragraphs, a new one after a pause", () => {
  const vtt = `WEBVTT - The first sync

STYLE
::cue { color: red }

NOTE Nobody hears this.

1
00:00.000 --> 00:02.000 align:start
Open the <b>CRM</b> tab
&amp; sign in.

00:00:02.500 --> 00:00:04.000
<v Speaker>Then wait.

00:00:04.000 --> 00:00:05.000
Then wait.

01:00:10.000 --> 01:00:12.000
It is done.
`;
  expect(readCaptions(vtt)).toEqual(["Open the CRM tab & sign in. Then wait.", "It is done."]);
});

test.each([
  ["lines that end as on Windows", "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nOne\r\ntwo.\r\n", ["One two."]],
  ["no cue", "WEBVTT\n\nNOTE 00:01.000 later\n", []],
  ["nothing at all", "", []],
  ["an entity that nobody knows", "WEBVTT\n\n00:01.000 --> 00:02.000\n&what; &lt;b&gt;\n", ["&what; <b>"]],
])("%s", (_, vtt, said) => {
  expect(readCaptions(vtt)).toEqual(said);
});
