import type { Posted } from "./mailer";

/**
 * What went wrong, in a sentence of our own: a server's answer may repeat addresses, and what it was
 * sent. Hopeless where the server says that it will never take this mail.
 */
export function faultOf(error: unknown, host: string): Posted {
  const code = textOf(error, "code");
  const status = statusOf(error);
  const hopeless = status >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
  const answered = status > 0 ? ` It answered ${status}.` : "";
  return {
    fault: `${host} ${isMistrust(error) ? mistrusted : wordsOf(code)}.${answered}`,
    hopeless,
  };
}

const mistrusted = "has a certificate that is not trusted";

function isMistrust(error: unknown): boolean {
  return error instanceof Error && /certificate/i.test(error.message);
}

function wordsOf(code: string): string {
  switch (code) {
    case "ETIMEDOUT":
    case "EABORT":
      return "did not take a mail in time";
    case "EDNS":
      return "is a name that is not known";
    case "ECONNECTION":
    case "ESOCKET":
      return "cannot be reached, or broke off";
    case "ETLS":
      return "offers no TLS, which is asked for";
    case "EAUTH":
    case "ENOAUTH":
      return "refused the user or the password";
    case "EENVELOPE":
      return "refused the sender or the recipient";
    case "EMESSAGE":
      return "refused the mail";
    default:
      return `could not be used (${code || "no code"})`;
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && Reflect.get(error, "responseCode");
  return typeof status === "number" ? status : 0;
}

function textOf(from: unknown, field: string): string {
  const value = typeof from === "object" && from !== null && Reflect.get(from, field);
  return typeof value === "string" ? value.slice(0, 60) : "";
}
