// Which room may call which (README, "The house"). Type imports count too, except where a rule says otherwise.
// .astro files are out of its sight; oxlint's restricted imports hold those.

const SERVER_BASE = "^server/core/";
const FEATURE = "^server/features/([^/]+)/";
/** Shapes and lists are contracts: whoever speaks with a feature may name them. */
const FEATURE_SHAPES = "^server/features/[^/]+/[^/]+\\.(schema|values)\\.ts$";

/** A room may import what `may` matches, and itself; nothing else of ours. */
const room = (name, from, may, options = {}) => ({
  name,
  severity: "error",
  comment: options.comment,
  from: { path: from },
  to: { path: "^(content|db|server|site|test|scripts)/", pathNot: may, ...options.to },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    room("content-stands-alone", "^content/", "^content/"),
    room("database-stands-alone", "^db/", "^db/"),
    room("core-stands-alone", SERVER_BASE, ["^server/core/", "^content/"]),
    room("static-serves-builds", "^server/static/", ["^server/(core|static)/", "^content/"]),
    room("knowledge-reads-builds", "^server/knowledge/", ["^server/(core|knowledge|static)/", "^content/"]),
    room("shared-services", "^server/(auth|outbox|limits)/", [
      "^server/(core|auth|outbox|limits)/",
      "^db/",
      "^content/",
    ]),
    room("features-know-services", FEATURE, [
      "^server/(core|knowledge|auth|outbox|limits|static|pages)/",
      "^server/features/$1/",
      FEATURE_SHAPES,
      "^db/",
      "^content/",
    ]),
    room("pages-know-services", "^server/pages/", [
      "^server/(core|knowledge|auth|outbox|limits|static|pages)/",
      FEATURE_SHAPES,
      "^db/",
      "^content/",
    ]),
    room("server-knows-no-site", "^server/(app|main)\\.ts$", ["^(server|db|content)/"]),
    room("site-takes-types", "^site/", ["^(site|content)/", "\\.values\\.ts$"], {
      comment: "From the server, pages take types, and values of *.values.ts.",
      to: { dependencyTypesNot: ["type-only"] },
    }),
    room("scripts-stand-alone", "^scripts/[^/]+\\.mjs$", "^scripts/"),
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^(test/|playwright\\.config\\.ts|vitest\\.config\\.ts)" },
      to: { path: "^test/" },
    },
    {
      name: "planter-knows-no-checker",
      severity: "error",
      comment: "Who plants mistakes shares nothing with who has to find them, or one learns the other's blind spots.",
      from: { path: "^test/eval/plant/" },
      to: { path: "^(content|db|server|site)/", reachable: true },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      // mdast and hast are types alone, of @types
      to: { couldNotResolve: true, pathNot: "^(astro|virtual):|^(mdast|hast)$" },
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment: "npm start installs without devDependencies.",
      from: { path: "^(content|db|server|site|scripts)/", pathNot: ["^db/generate\\.ts$", "^scripts/browser\\.mjs$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["\\.(astro|css|svg)$", "^test/bench/starlight/"] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
    builtInModules: { add: ["astro:content"] },
  },
};
