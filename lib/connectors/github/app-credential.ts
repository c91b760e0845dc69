import { createPrivateKey, sign } from "node:crypto";
import { z } from "zod";
import { UpstreamError } from "@/lib/errors";
import type { GithubCredential } from "./credential";
import { place } from "./failure";
import { createSend, type SendConnection } from "./request";

/** A GitHub App as installed on an organisation or an account. */
export type GithubAppCredential = {
  /** The App's id or client id. */
  appId: string;
  installationId: string;
  /** PEM, as GitHub hands it out. */
  privateKey: string;
};

type Token = { header: string; endsAt: Date };

/** Renewed this long before it ends, so that no request meets its end. */
const marginMs = 5 * 60_000;

/** Tokens of one installation, which last an hour, renewed before they end or once refused. */
export function installationCredential(
  app: GithubAppCredential,
  connection: SendConnection,
): GithubCredential {
  const askForToken = createAskForToken(app, connection);
  const { now } = connection.io;
  let current: Token | null = null;
  let pending: Promise<Token> | null = null;
  return {
    kind: "app",
    authorization: async (signal) => {
      if (current && current.endsAt.getTime() - marginMs > now().getTime()) return current.header;
      pending ??= askForToken(signal).finally(() => {
        pending = null;
      });
      current = await pending;
      return current.header;
    },
    discard: () => {
      current = null;
      return true;
    },
  };
}

const answerSchema = z.object({
  token: z.string().min(1),
  expires_at: z.iso.datetime({ offset: true }),
});

function createAskForToken(app: GithubAppCredential, connection: SendConnection) {
  const send = createSend(connection, "app");
  const { apiUrl, io } = connection;
  const installation = encodeURIComponent(app.installationId);
  const url = `${apiUrl}/app/installations/${installation}/access_tokens`;
  return async (signal: AbortSignal): Promise<Token> => {
    const authorization = `Bearer ${signedProof(app, io.now())}`;
    const asking = { signal, patient: true };
    const answer = await send({ url, body: {} }, authorization, asking).catch((error) => {
      throw refusal(error, connection);
    });
    const parsed = answerSchema.safeParse(answer?.data);
    if (!parsed.success) {
      const message = `${place(connection)} did not hand out a token for the GitHub App. Try again later.`;
      throw new UpstreamError("malformed", message);
    }
    const { token, expires_at } = parsed.data;
    return { header: `token ${token}`, endsAt: new Date(expires_at) };
  };
}

/** GitHub answers 404 for an installation that is not there, 403 for one that is suspended. */
function refusal(error: unknown, connection: SendConnection): unknown {
  if (!(error instanceof UpstreamError) || ![403, 404].includes(error.status ?? 0)) return error;
  if (error.reason === "rate_limited") return error;
  return new UpstreamError(
    "unauthorized",
    `${place(connection)} knows no such installation of this GitHub App, or it is suspended. ` +
      `Check the installation's id, and that the App is installed.`,
    { cause: error, ...(error.status === undefined ? {} : { status: error.status }) },
  );
}

/** A JSON Web Token (RFC 7519) signed with RS256: backdated for clocks that differ, ten minutes at most. */
function signedProof({ appId, privateKey }: GithubAppCredential, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = { iat: seconds - 60, exp: seconds + 540, iss: appId };
  const text = [{ alg: "RS256", typ: "JWT" }, claims].map(encoded).join(".");
  const signature = sign("RSA-SHA256", Buffer.from(text), readKey(privateKey));
  return `${text}.${signature.toString("base64url")}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function readKey(privateKey: string) {
  try {
    return createPrivateKey(privateKey);
  } catch (cause) {
    const message =
      "The GitHub App's private key cannot be read. Paste the whole .pem file that GitHub handed out.";
    throw new UpstreamError("unauthorized", message, { cause });
  }
}
