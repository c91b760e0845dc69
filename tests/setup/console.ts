import { afterEach, beforeEach } from "vitest";

let recorded: string[] = [];
const printError = console.error;

beforeEach(() => {
  recorded = [];
  console.error = (...parts: unknown[]) => {
    recorded.push(parts.map(String).join(" "));
  };
});

afterEach(() => {
  console.error = printError;
  const unexpected = takeConsoleErrors();
  if (unexpected.length > 0) throw new Error(`Unexpected console.error: ${unexpected.join("\n")}`);
});

/** The errors printed so far in this test, each as one text; a test that takes them expected them. */
export function takeConsoleErrors(): string[] {
  const taken = recorded;
  recorded = [];
  return taken;
}
