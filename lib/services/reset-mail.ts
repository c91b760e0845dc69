import { gap, inertLine } from "@/lib/agreements/inert-text";
import type { Mail } from "@/lib/mail/mailer";

export type ResetMail = {
  name: string;
  email: string;
  /** Where this server is reached, as its settings say: never as a request says. */
  baseUrl: string;
  secret: string;
  askedAt: Date;
  askedFrom: string;
  expiresAt: Date;
};

/**
 * The mail with the link to a new password. Its secret stands behind a `#`, which no browser sends
 * on: neither to this server's log, nor to another's.
 */
export function resetMail(given: ResetMail): Mail {
  const { name, email, baseUrl, secret, askedAt, askedFrom, expiresAt } = given;
  const text = [
    `Hello ${quiet(name)},`,
    `somebody asked for a new password for ${email} at ${baseUrl} on ${inWords(askedAt)}, from the address ${quiet(askedFrom)}.`,
    `If it was you, choose one here. The link works once, until ${inWords(expiresAt)}:`,
    `${baseUrl}/new-password#${secret}`,
    "If it was not you, there is nothing to do: your password stays as it is.",
  ];
  return { to: email, subject: "A new password for Backlog Balance", text: text.join("\n\n") };
}

/** What others wrote, in which nothing is taken for a link, not even a bare name of a host. */
function quiet(text: string): string {
  return inertLine(text).replaceAll(/\.(?=\p{L})/gu, `.${gap}`);
}

/** `23 November 2026, 08:15 UTC`: whoever reads it may be anywhere. */
function inWords(instant: Date): string {
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const say = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...how, timeZone: "UTC" }).format(instant);
  return `${say(day)}, ${say(time)} UTC`;
}
