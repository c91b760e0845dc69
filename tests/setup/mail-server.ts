import { type AddressInfo, createServer } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = {
  from: string;
  to: string[];
  /** As it was sent, each field in a line of its own. */
  headers: string[];
  /** As a person reads it. */
  text: string;
};

export type MailServer = {
  host: string;
  port: number;
  received: ReceivedMail[];
  /** Refuses recipients so from now on; null takes them. */
  refuse: { status: number; message: string } | null;
  close(): Promise<void>;
};

/** A mail server over TCP that keeps what it is handed. Its certificate is one that nobody trusts. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const state: Pick<MailServer, "refuse"> = { refuse: null };
  const server = new SMTPServer({
    ...{ authOptional: true, logger: false, closeTimeout: 100 },
    onRcptTo(_address, _session, done) {
      const { refuse } = state;
      if (refuse === null) return done();
      done(Object.assign(new Error(refuse.message), { responseCode: refuse.status }));
    },
    onData(stream, { envelope }, done) {
      void text(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, ...partsOf(raw) });
        done();
      }, done);
    },
    ...options,
  });
  // A client that turns away in the middle is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = addressOf(server.server.address());
  return Object.assign(state, {
    ...{ host: "127.0.0.1", port, received },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** A server that takes a connection and says nothing. */
export async function openSilentServer(): Promise<{
  port: number;
  /** How many it has taken. */
  connections(): number;
  close(): Promise<void>;
}> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, connections: () => sockets.size, close };
}

/** The link of a mail, or of the last of several. */
export function linkIn(mails: readonly ReceivedMail[]): URL {
  const [link] = /https?:\/\/\S+\/new-password#\S+/.exec(mails.at(-1)?.text ?? "") ?? [];
  if (link === undefined) throw new Error("There is no link in it.");
  return new URL(link);
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("It does not listen.");
  return address;
}

function partsOf(raw: string): Pick<ReceivedMail, "headers" | "text"> {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const headers = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return { headers, text: fromQuotedPrintable(body.join("\n\n").replaceAll("\r\n", "\n")) };
}

function fromQuotedPrintable(written: string): string {
  const bytes = written
    .replaceAll("=\n", "")
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
