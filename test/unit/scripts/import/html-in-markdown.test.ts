import { expect, test } from "vitest";
import { bodyOf, openImport, page } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

test("tags that end on another line than they begin on keep what stands in them", async () => {
  source({
    "SUMMARY.md": "* [Keys to press](keys.md)\n",
    "keys.md": page(
      "Keys to press",
      `<table>
  <thead>
    <tr>
      <th style="text-align:left"><b>What for</b>
      </th>
      <th style="text-align:left">Key</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <td style="text-align:left">Change</td>
      <td style="text-align:left"><code>Tab </code>
      </td>
    </tr>
    <tr>
      <td style="text-align:left">
        <p>Jump</p>
        <p><em>(in a row)</em>
        </p>
        <p></p>
      </td>
      <td style="text-align:left">Left: <code>A</code>+<code>G</code>
        <br />Right: <code>B</code>
      </td>
    </tr>
  </tbody>
</table>

<ul>
  <li>One
  <b>goes on</b></li>
  <li>Two
  </li>
</ul>

\`\`\`html
<td>as it
is</td>
\`\`\`

A [link](nowhere.md) at its line.`,
    ),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/keys.mdx"))).toBe(`| **What for** | Key |
| - | - |
| Change | \`Tab\` |
| Jump _(in a row)_ | Left: \`A\`+\`G\` Right: \`B\` |

- One **goes on**
- Two

\`\`\`html
<td>as it
is</td>
\`\`\`

A link at its line.
`);
  expect(told).toEqual([
    "keys.md:46 nowhere.md It leads to nothing that was imported: its words were kept without the link. Give it a target.",
  ]);
  expect(await errors()).toEqual([]);
});
