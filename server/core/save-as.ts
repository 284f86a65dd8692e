/** `Content-Disposition` of a file to save. RFC 6266: its name in ASCII for old programs, and as it is (RFC 8187) for others. */
export function saveAs(name: string): string {
  const letters = name.normalize("NFKD").replace(/[^\x20-\x7e]/g, "");
  const ascii = letters.replace(/["\\%]/g, "_").replace(/^[ .]*(?=\.\w+$)/, "file");
  if (ascii === name) return `attachment; filename="${name}"`;
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
