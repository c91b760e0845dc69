import { readMailSender, readSmtpAddress } from "@/lib/domain/mail";
import type { Env } from "@/lib/env";
import type { Mailer } from "@/lib/mail/mailer";
import { createSmtpMailer } from "@/lib/mail/smtp-mailer";

type MailSettings = Pick<Env, "SMTP_URL" | "MAIL_FROM">;

/** What hands mails to the server of the settings; null where there is none. */
export function mailerOf({ SMTP_URL, MAIL_FROM }: MailSettings): Mailer | null {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const server = readSmtpAddress(SMTP_URL);
  const from = readMailSender(MAIL_FROM);
  if (typeof server === "string" || from === null) {
    throw new Error("The settings of mails have passed their check and cannot be read.");
  }
  return createSmtpMailer({ server, from });
}

/** The password of the mail server, also as it is sent: with its user, in base64. */
export function mailSecretsOf({ SMTP_URL }: Pick<Env, "SMTP_URL">): string[] {
  const server = SMTP_URL === undefined ? "" : readSmtpAddress(SMTP_URL);
  if (typeof server === "string" || server.login === null) return [];
  const { user, password } = server.login;
  return [password, `\0${user}\0${password}`];
}
