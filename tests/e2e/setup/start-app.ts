import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { copyMigratedFolder } from "./migrated-folder";

export type RunningApp = {
  url: string;
  process: ChildProcess;
  /** Everything the process has written so far. */
  output: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export type AppSettings = {
  dataDir: string;
  allowedHosts?: string;
  databaseUrl?: string | undefined;
  secretKey?: string;
  logLevel?: string;
  accounts?: boolean;
  /** Where it sends mails; none is sent without. */
  smtpUrl?: string | undefined;
  /** Further settings. */
  env?: Record<string, string>;
};

const startTimeoutMs = 120_000;

/** Has the product run on a data folder of its own while it is used. */
export async function withApp(
  settings: Omit<AppSettings, "dataDir">,
  use: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const dataDir = copyMigratedFolder();
  const app = await startApp({ ...settings, dataDir });
  await use(app);
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts the product as `npm start` does, on a free port, and waits until it says it is ready. */
export async function startApp(settings: AppSettings): Promise<RunningApp> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: settings.dataDir,
      DATABASE_URL: settings.databaseUrl ?? "",
      SECRET_KEY: settings.secretKey ?? "",
      ALLOWED_UPSTREAM_HOSTS: settings.allowedHosts ?? "",
      ACCOUNTS: settings.accounts ? "on" : "off",
      SMTP_URL: settings.smtpUrl ?? "",
      MAIL_FROM: settings.smtpUrl === undefined ? "" : "balance@example.com",
      LOG_LEVEL: settings.logLevel ?? "warn",
      ...settings.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /ready: (http:\S+)/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => reject(new Error(`The product ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), startTimeoutMs).unref();
  });
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return { url: await url, process: child, output: () => output, stop };
}
