const EDGE = 4;

type Line = { counted: number[]; size: [width: number, height: number]; changes?: boolean[] };

/** Numbers week by week as a line, for who sees it. A broken upright: a new version came that week. */
export function Spark({ counted, size: [width, height], changes = [] }: Line) {
  const most = Math.max(1, ...counted);
  const last = counted.length - 1;
  const x = (week: number) => EDGE + (week * (width - 2 * EDGE)) / Math.max(1, last);
  const y = (many: number) => height - EDGE - (many / most) * (height - 2 * EDGE);
  const line = counted
    .map((many, week) => `${week === 0 ? "M" : "L"}${x(week).toFixed(1)} ${y(many).toFixed(1)}`)
    .join("");
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path class="spark-base" d={`M${EDGE} ${height - 1}H${width - EDGE}`} />
      {changes.map(
        (changed, week) =>
          changed && <path key={week} class="spark-new" d={`M${x(week).toFixed(1)} 2V${height - 1}`} />,
      )}
      <path class="spark-line" d={line} />
      <circle class="spark-now" cx={x(last)} cy={y(counted[last] ?? 0)} r={height > 40 ? 4 : 2.5} />
    </svg>
  );
}
