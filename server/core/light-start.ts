import { registerHooks } from "node:module";

/**
 * Node reads drizzle-orm's package.json (180 KB) again for each of its ES modules. Its CommonJS files are the same code:
 * half the time to start, and half the memory. Holds for what is imported after the call.
 */
export const lightenStart = (): void =>
  void registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith("drizzle-orm")
        ? next(specifier, { ...context, conditions: ["node", "require"] })
        : next(specifier, context),
  });
