/** "820 KB", "1.4 MB". */
export function saySize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const [count, unit] = bytes < 999_500 ? [bytes / 1000, "KB"] : [bytes / 1_000_000, "MB"];
  return `${count < 10 && unit === "MB" ? count.toFixed(1) : Math.round(count)} ${unit}`;
}
