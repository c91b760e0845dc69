/** A mail server, and how it is talked to. */
export type SmtpServer = {
  host: string;
  port: number;
  /** From the first byte, by an upgrade without which nothing is said, or not at all. */
  tls: "from_start" | "upgraded" | "none";
  login: { user: string; password: string } | null;
};

export type MailSender = { name: string; address: string };

const ports = { "smtp:": 587, "smtps:": 465 } as const;
const hostName = /^([\w-]+(\.[\w-]+)*|\[[\da-f:.]+\])$/i;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`; what is wrong with it as a text. Without
 * TLS only to this machine, or where the address says so: `?tls=off`.
 */
export function readSmtpAddress(text: string): SmtpServer | string {
  if (!URL.canParse(text)) return "must be an address such as smtp://user:password@host:587";
  const url = new URL(text);
  const { protocol, hostname } = url;
  if (protocol !== "smtp:" && protocol !== "smtps:") return "must begin with smtp:// or smtps://";
  if (!hostName.test(hostname)) return "names no host";
  if (url.pathname.length > 1 || url.hash !== "") return "has a path, which mail servers have not";
  const asked = url.searchParams.get("tls");
  const isKnown = [...url.searchParams.keys()].every((name) => name === "tls");
  if (!isKnown || (asked !== null && asked !== "off" && asked !== "required")) {
    return "may end with ?tls=off or ?tls=required and nothing else";
  }
  if (protocol === "smtps:" && asked === "off") return "asks for TLS with smtps:// and refuses it";
  const login = loginOf(url);
  if (typeof login === "string") return login;
  const isPlain = asked === null ? loopback.test(hostname) : asked === "off";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? ports[protocol] : Number(url.port),
    tls: protocol === "smtps:" ? "from_start" : isPlain ? "none" : "upgraded",
    login,
  };
}

function loginOf({ username, password }: URL): SmtpServer["login"] | string {
  if (username === "" && password === "") return null;
  if (username === "" || password === "") return "needs a user and a password, or neither";
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return "has a % in its user or password that is not written as %25";
  }
}

const address = /^[^\s<>@,;:"()[\]\\]+@[a-z\d]([a-z\d.-]*[a-z\d])?$/i;

/** Reads `balance@example.com` or `Backlog Balance <balance@example.com>`; null where it is neither. */
export function readMailSender(text: string): MailSender | null {
  const [, name = "", inside] = /^([^<>\p{C}]*)<([^<>]*)>$/u.exec(text) ?? [];
  const given = inside ?? text;
  if (given.length > 254 || !address.test(given)) return null;
  return { name: name.trim().replaceAll('"', ""), address: given };
}
