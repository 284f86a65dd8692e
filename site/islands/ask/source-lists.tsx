import type { NearSource, Source } from "#server/features/ask/ask.schema.ts";
import type { Cited } from "#server/features/ask/cited.values.ts";
import { foreign } from "../foreign.ts";
import { askWords as t } from "./ask.words.ts";
import { linkOf, nameSource } from "./sources.ts";

export function Sources({ title, sources }: { title: string; sources: Cited[] }) {
  return (
    <>
      <h4>{title}</h4>
      <ol class="srcs">
        {sources.map((source) => (
          <li key={source.n}>
            <SourceLink source={source} />
          </li>
        ))}
      </ol>
    </>
  );
}

export function Nearest({ sources }: { sources: NearSource[] }) {
  return (
    <>
      <h4>{t.nearestSections}</h4>
      <ul class="near">
        {sources.map((source) => (
          <li key={source.url}>
            <SourceLink source={source} />
            {source.excerpt && <p {...foreign(source.language)}>{source.excerpt}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function SourceLink({ source }: { source: Source }) {
  const { section, article } = nameSource(source);
  return (
    <>
      <a href={linkOf(source)} {...foreign(source.language)}>
        {section}
      </a>{" "}
      {article && <span {...foreign(source.language)}>{article}</span>}
    </>
  );
}
