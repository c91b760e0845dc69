/** A mail to one person, in plain text. Header fields are written by the mailer, in one line each. */
export type Mail = { to: string; subject: string; text: string };

/** `fault` is a sentence without secrets, or null where it was taken; `hopeless`: never again either. */
export type Posted = { fault: string | null; hopeless: boolean };

/** Hands mails to a mail server. */
export type Mailer = {
  /** In bounded time. What goes wrong is an answer; breaks off once the signal is aborted. */
  send(mail: Mail, signal: AbortSignal): Promise<Posted>;
};
