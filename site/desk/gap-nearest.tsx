import type { NearPassage } from "#server/features/gaps/gaps.schema.ts";

/** What the articles have that is nearest: perhaps it wants a sentence more, and no new article. */
export const GapNearest = ({ nearest }: { nearest: NearPassage[] }) => (
  <section aria-labelledby="near-h">
    <h3 id="near-h">What the articles have that is near</h3>
    {nearest.length === 0 && <p class="small">Nothing: no passage has a third of what was asked.</p>}
    <ul class="plain near-passages">
      {nearest.map(({ title, url, text, near }) => (
        <li key={url}>
          <p>
            <a href={url}>{title}</a> <span class="small">has {Math.round(near * 100)} % of what was asked</span>
          </p>
          <p class="small">{text}</p>
        </li>
      ))}
    </ul>
  </section>
);
