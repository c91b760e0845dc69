import { UpstreamError } from "@/lib/errors";

/** What undici rejected with, as a sentence that says what to do. Refusals pass unchanged. */
export function toNetworkFailure(error: unknown, host: string): UpstreamError {
  const chain = causes(error);
  const refusal = chain.find((cause) => cause instanceof UpstreamError);
  if (refusal !== undefined) return refusal;
  const code = chain.map(codeOf).find((found) => found !== undefined);
  return new UpstreamError("unreachable", sentence(host, code), { cause: error });
}

/** The error, what caused it, and what several attempts at once failed with. */
function causes(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const attempts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...attempts].flatMap((cause) => causes(cause, depth + 1))];
}

function codeOf(error: Error): string | undefined {
  if (error.name === "TimeoutError") return "UND_ERR_BODY_TIMEOUT";
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function sentence(host: string, code: string | undefined): string {
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `No host named ${host} was found. Check its spelling and the network.`;
    case "ECONNREFUSED":
      return `${host} refuses the connection. Check the address and port, or try again later.`;
    case "UND_ERR_CONNECT_TIMEOUT":
    case "UND_ERR_HEADERS_TIMEOUT":
    case "UND_ERR_BODY_TIMEOUT":
    case "ETIMEDOUT":
      return `${host} did not answer in time. Try again later.`;
    default:
      return isCertificateCode(code)
        ? `${host} shows a certificate this server does not trust. NODE_EXTRA_CA_CERTS can name its authority.`
        : `The connection to ${host} failed or broke off. Try again later.`;
  }
}

function isCertificateCode(code: string | undefined): boolean {
  return code !== undefined && /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS/.test(code);
}
