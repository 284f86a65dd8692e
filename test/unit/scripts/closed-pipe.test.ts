import { spawnSync } from "node:child_process";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const module = pathToFileURL("scripts/closed-pipe.ts").href;

it("lets a command go on to its end when nobody reads what it prints any more", () => {
  const command = `
    import ${JSON.stringify(module)};
    for (let line = 0; line < 100; line++) {
      process.stdout.write("x".repeat(10_000) + "\\n");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    process.stderr.write("at its end");
    process.exitCode = 3;`;
  const { stderr, stdout } = spawnSync(
    "bash",
    ["-c", '"$0" --input-type=module -e "$1" | head -c 5; echo " ${PIPESTATUS[0]}"', process.execPath, command],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("xxxxx 3\n");
  expect(stderr).toBe("at its end");
});
