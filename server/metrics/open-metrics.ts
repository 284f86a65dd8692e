import type { Metrics, MetricsDeps } from "./count-requests.ts";

type Deps = MetricsDeps & { config: { metricsToken: string | null } };

/** null: no METRICS_TOKEN. Nothing is counted then, nor is what counts loaded. */
export function openMetrics({ config: { metricsToken }, ...deps }: Deps): Metrics | null {
  if (!metricsToken) return null;
  const opened = import("./count-requests.ts").then(({ countRequests }) => countRequests(deps, metricsToken));
  return {
    measure: async (c, next) => (await opened).measure(c, next),
    answer: async (c) => (await opened).answer(c),
  };
}
