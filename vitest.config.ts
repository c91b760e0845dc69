import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const migratedDump = "tests/setup/migrated-dump.ts";

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    environment: "node",
    setupFiles: ["tests/setup/console.ts", "tests/setup/seed.ts"],
    // Vitest leaves one processor to itself, which on two is half of the machine.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // Never a measurement: a busy machine is slower, and only a hang should end a test.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: existsSync(new URL(migratedDump, import.meta.url)) ? [migratedDump] : [],
          // Never a measurement, as above.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
