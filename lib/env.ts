import { z } from "zod";
import { readMailSender, readSmtpAddress } from "@/lib/domain/mail";
import { isUpstreamHost } from "@/lib/domain/upstream-host";
import { AppError } from "@/lib/errors";

const loopbackHosts = ["127.0.0.1", "localhost", "::1"];
export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** An empty setting in a file means "not set". */
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

/** Whoever reads what passes between here and there can sign in as anybody. */
const providerAddress = optionalText.refine(
  (url) => url === undefined || (URL.canParse(url) && isPrivate(new URL(url))),
  "must be an address that begins with https:// (or http:// on this machine)",
);

function isPrivate({ protocol, hostname }: URL): boolean {
  const isHere = loopbackHosts.includes(hostname.replace(/^\[|\]$/g, ""));
  return protocol === "https:" || (protocol === "http:" && isHere);
}

const envSchema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    ACCOUNTS: z.enum(["on", "off"]).default("off"),
    TRUST_PROXY: z.enum(["on", "off"]).default("off"),
    GITHUB_CLIENT_ID: optionalText,
    GITHUB_CLIENT_SECRET: optionalText,
    GITHUB_OAUTH_URL: providerAddress,
    GITHUB_OAUTH_API_URL: providerAddress,
    OIDC_ISSUER: providerAddress,
    OIDC_CLIENT_ID: optionalText,
    OIDC_CLIENT_SECRET: optionalText,
    BASE_URL: optionalText.refine(
      (url) => url === undefined || (URL.canParse(url) && /^https?:\/\//.test(url)),
      "must be an address that begins with http:// or https://",
    ),
    SMTP_URL: optionalText.superRefine((url, ctx) => {
      const read = url === undefined ? null : readSmtpAddress(url);
      if (typeof read === "string") ctx.addIssue({ code: "custom", message: read });
    }),
    MAIL_FROM: optionalText.refine(
      (from) => from === undefined || readMailSender(from) !== null,
      "must be an e-mail address, alone or as Name <address>",
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
    SECRET_KEY_PREVIOUS: optionalText.refine(
      (key) => key === undefined || key.length >= 32,
      "must have at least 32 characters",
    ),
    ALLOWED_UPSTREAM_HOSTS: z
      .string()
      .default("")
      .transform((list) => list.split(/[\s,]+/).filter((host) => host !== ""))
      .refine(
        (hosts) => hosts.every(isUpstreamHost),
        "must name hosts, alone or with a port (tracker.corp, 10.0.0.1:8080, [fd00::1]:443), without http:// or a path",
      ),
    SYNC_INTERVAL_MINUTES: z.coerce.number().int().min(1).max(10_080).default(15),
    RECONCILE_INTERVAL_HOURS: z.coerce.number().int().min(1).max(8_760).default(24),
    RATE_LIMIT_SHARE_PERCENT: z.coerce.number().int().min(1).max(100).default(80),
    STATEMENT_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(3_600).default(30),
    BACKUP_INTERVAL_HOURS: z.coerce.number().int().min(0).max(8_760).default(24),
    BACKUPS_KEPT: z.coerce.number().int().min(1).max(1_000).default(7),
    LOG_LEVEL: z.enum(logLevels).default("info"),
  })
  .refine((env) => env.DATABASE_URL === undefined || env.SECRET_KEY !== undefined, {
    path: ["SECRET_KEY"],
    error: "is required with DATABASE_URL: it encrypts the trackers' tokens",
  })
  .refine((env) => env.SECRET_KEY_PREVIOUS === undefined || env.SECRET_KEY !== undefined, {
    path: ["SECRET_KEY_PREVIOUS"],
    error: "goes with SECRET_KEY: without that, `npm run rotate-key` looks after the key file",
  })
  .refine((env) => env.ACCOUNTS === "on" || loopbackHosts.includes(env.HOST), {
    path: ["HOST"],
    error:
      "may only be 127.0.0.1, localhost or ::1 without ACCOUNTS=on: nobody would ask who is there",
  })
  .refine((env) => env.BASE_URL !== undefined || loopbackHosts.includes(env.HOST), {
    path: ["BASE_URL"],
    error: "is required with a HOST that others reach: only its own pages may drive this server",
  })
  .refine((env) => isTogether(env.SMTP_URL, env.MAIL_FROM), {
    path: ["MAIL_FROM"],
    error: "and SMTP_URL are needed together: where mails go, and who they are from",
  })
  .refine((env) => isTogether(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET), {
    path: ["GITHUB_CLIENT_ID"],
    error: "and GITHUB_CLIENT_SECRET are needed together",
  })
  .refine((env) => !hasGithubAddress(env) || env.GITHUB_CLIENT_ID !== undefined, {
    path: ["GITHUB_CLIENT_ID"],
    error: "is required with GITHUB_OAUTH_URL and GITHUB_OAUTH_API_URL",
  })
  .refine((env) => isTogether(env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET), {
    path: ["OIDC_ISSUER"],
    error: "and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed together",
  });

type GithubAddresses = Partial<Record<"GITHUB_OAUTH_URL" | "GITHUB_OAUTH_API_URL", string>>;

function hasGithubAddress({ GITHUB_OAUTH_URL, GITHUB_OAUTH_API_URL }: GithubAddresses): boolean {
  return GITHUB_OAUTH_URL !== undefined || GITHUB_OAUTH_API_URL !== undefined;
}

function isTogether(...settings: (string | undefined)[]): boolean {
  const given = settings.filter((setting) => setting !== undefined);
  return given.length === 0 || given.length === settings.length;
}

export type Env = z.output<typeof envSchema>;

/** Where people reach this server, without a slash at the end. */
export function baseUrlOf({
  BASE_URL,
  HOST,
  PORT,
}: Pick<Env, "BASE_URL" | "HOST" | "PORT">): string {
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  return (BASE_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, "");
}

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
