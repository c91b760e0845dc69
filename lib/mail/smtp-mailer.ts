import { createTransport } from "nodemailer";
import type { MailSender, SmtpServer } from "@/lib/domain/mail";
import { faultOf } from "./mail-fault";
import type { Mailer } from "./mailer";

/** To connect, to greet and between two answers. */
const partMs = 10_000;
/** In all: a server that sends a letter a second would go on for ever. */
const usualWholeMs = 30_000;

export type SmtpMailerOptions = {
  server: SmtpServer;
  from: MailSender;
  wholeMs?: number;
};

/** Hands mails to a server over SMTP, a connection each: they are few. */
export function createSmtpMailer({
  server,
  from,
  wholeMs = usualWholeMs,
}: SmtpMailerOptions): Mailer {
  const { host, port, tls, login } = server;
  const transport = createTransport({
    ...{ host, port, secure: tls === "from_start" },
    ...{ requireTLS: tls === "upgraded", ignoreTLS: tls === "none" },
    ...(login && { auth: { user: login.user, pass: login.password }, forceAuth: true }),
    ...{ connectionTimeout: partMs, greetingTimeout: partMs, socketTimeout: partMs },
    ...{ dnsTimeout: partMs, socketCloseTimeout: 1_000 },
    // A text stays a text, whatever it looks like.
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
  });
  return {
    async send({ to, subject, text }, signal) {
      const whole = AbortSignal.any([signal, AbortSignal.timeout(wholeMs)]);
      try {
        await transport.sendMail({
          ...{ from, to: { name: "", address: to }, subject, text, signal: whole },
          ...{ textEncoding: "quoted-printable", xMailer: false },
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { fault: null, hopeless: false };
      } catch (error) {
        return faultOf(error, host);
      }
    },
  };
}
