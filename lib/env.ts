import { z } from "zod";
import { AppError } from "@/lib/errors";

const loopbackHosts = ["127.0.0.1", "localhost", "::1"];
export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** An empty setting in a file means "not set". */
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

const envSchema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    HOST: z
      .string()
      .default("127.0.0.1")
      .refine(
        (host) => loopbackHosts.includes(host),
        "only 127.0.0.1, localhost or ::1 until accounts exist: nothing else would ask who is there",
      ),
    BASE_URL: optionalText.refine(
      (url) => url === undefined || (URL.canParse(url) && /^https?:\/\//.test(url)),
      "must be an address that begins with http:// or https://",
    ),
    DATABASE_URL: optionalText.refine(
      (url) => url === undefined || /^postgres(ql)?:\/\//.test(url),
      "must begin with postgres:// or postgresql://",
    ),
    DATA_DIR: z.string().min(1).default("./data"),
    SECRET_KEY: optionalText.refine(
      (key) => key === undefined || key.length >= 32,
      "must have at least 32 characters",
    ),
    ALLOWED_UPSTREAM_HOSTS: z
      .string()
      .default("")
      .transform((list) => list.split(/[\s,]+/).filter((host) => host !== "")),
    SYNC_INTERVAL_MINUTES: z.coerce.number().int().min(1).max(10_080).default(15),
    RECONCILE_INTERVAL_HOURS: z.coerce.number().int().min(1).max(8_760).default(24),
    RATE_LIMIT_SHARE_PERCENT: z.coerce.number().int().min(1).max(100).default(80),
    BACKUP_INTERVAL_HOURS: z.coerce.number().int().min(0).max(8_760).default(24),
    BACKUPS_KEPT: z.coerce.number().int().min(1).max(1_000).default(7),
    LOG_LEVEL: z.enum(logLevels).default("info"),
  })
  .refine((env) => env.DATABASE_URL === undefined || env.SECRET_KEY !== undefined, {
    path: ["SECRET_KEY"],
    error: "is required with DATABASE_URL: it encrypts the trackers' tokens",
  });

export type Env = z.output<typeof envSchema>;

/** The settings of this process. Errors: as `parseEnv`. */
export function readEnv(): Env {
  return parseEnv(process.env);
}

/** Checks settings. Errors: `unavailable`, naming every setting at fault and what it must be. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new AppError("unavailable", `Settings: ${faults.join("; ")}.`);
}
