import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import type { Mail, Mailer, Posted } from "@/lib/mail/mailer";
import type { Context } from "@/lib/services/context";
import { sendResetMails } from "@/lib/services/send-reset-mails";
import { openAccounts } from "./accounts-world";
import { callRoute } from "./call-route";

/** A server with accounts that sends mail, whose time goes on when it is told to. */
export function openResets(db: Db, product: ProductRow, change: Partial<Context> = {}) {
  const clock = { now: Date.now() };
  const now = () => new Date(clock.now);
  const sent: Mail[] = [];
  const post: { answer: Posted } = { answer: { fault: null, hopeless: false } };
  const mailer: Mailer = {
    send: async (mail) => {
      if (post.answer.fault === null) sent.push(mail);
      return post.answer;
    },
  };
  const server = openAccounts(db, product, {
    now,
    mail: { wake: () => undefined },
    ...change,
  });
  const mailing = { db, now, mailer, baseUrl: "https://balance.example" };
  return {
    ...{ ...server, clock, sent, post, mailing },
    /** Sends what is due, as the background does. */
    sendAll: () => sendResetMails({ world: mailing, signal: new AbortController().signal }),
    /** The secret of the last mail to somebody. */
    secretFor: (email: string) => secretIn(sent.filter(({ to }) => to === email).at(-1)),
  };
}

let callers = 0;

/** Asks for a link, from an address of its own unless one is given. */
export function ask(email: string, headers: Record<string, string> = {}): Promise<Response> {
  callers += 1;
  const address = `198.51.${Math.trunc(callers / 250)}.${callers % 250}`;
  return callRoute("POST", "/api/password-resets", {
    ...{ body: { email }, headers: { "x-balance-address": address, ...headers } },
  });
}

/** Uses a link, from an address of its own unless one is given. */
export function redeem(
  secret: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  callers += 1;
  const address = `203.0.${Math.trunc(callers / 250)}.${callers % 250}`;
  return callRoute("POST", "/api/password-resets/use", {
    ...{ body: { secret, password }, headers: { "x-balance-address": address, ...headers } },
  });
}

function secretIn(mail: Mail | undefined): string {
  const [, secret] = /#(reset_\S+)/.exec(mail?.text ?? "") ?? [];
  if (secret === undefined) throw new Error("No mail with a link was sent.");
  return secret;
}
