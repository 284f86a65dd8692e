import { describe, expect, test } from "vitest";
import { createAddressReader } from "#server/core/address.ts";

describe("a reader's address", () => {
  const direct = createAddressReader([]);
  const proxied = createAddressReader(["10.0.0.0/8", "::1/128"]);

  test("is the connection's where no proxy is trusted, whatever the header says", () => {
    expect(direct("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
  });
  test("is what the nearest trusted proxy saw", () => {
    expect(proxied("10.0.0.2", "198.51.100.1")).toBe("198.51.100.1");
    expect(proxied("::1", "198.51.100.1, 10.0.0.7")).toBe("198.51.100.1");
  });
  test("is not what the reader wrote in front of it", () => {
    expect(proxied("10.0.0.2", "1.1.1.1, 198.51.100.1")).toBe("198.51.100.1");
    expect(proxied("203.0.113.9", "1.1.1.1")).toBe("203.0.113.9");
  });
  test("is the proxy's own where the header is empty or nonsense", () => {
    expect(proxied("10.0.0.2", undefined)).toBe("10.0.0.2");
    expect(proxied("10.0.0.2", "<script>")).toBe("10.0.0.2");
  });
  test("is the same over an IPv6 socket", () => {
    expect(proxied("::ffff:10.0.0.2", "::ffff:198.51.100.1")).toBe("198.51.100.1");
  });
});
