import pino, { type DestinationStream } from "pino";
import type { Connections } from "@/lib/sync/connections";
import type { SecretBox } from "@/lib/sync/credentials";

/** Shorter ones would take ordinary words out of the log. */
const fewestLetters = 8;
/** A key in PEM is told line by line, and so are parts of it. */
const fewestLettersOfPart = 32;
const most = 50_000;

/** The secrets that this process has had in its hands, to keep them out of what it writes. */
export type KnownSecrets = {
  add(secret: string | null | undefined): void;
  /** The text without any of them, as they are or as JSON, a URL or Basic authorisation writes them. */
  scrub(text: string): string;
};

export function createKnownSecrets(): KnownSecrets {
  const known = new Set<string>();
  return {
    add(secret) {
      if (!secret || secret.length < fewestLetters || known.size >= most) return;
      const parts = secret
        .split(/\\n|[\s"]+/)
        .filter(({ length }) => length >= fewestLettersOfPart);
      for (const form of [secret, ...parts].flatMap(formsOf)) known.add(form);
    },
    scrub(text) {
      let left = text;
      for (const secret of known) left = left.replaceAll(secret, "[redacted]");
      return left;
    },
  };
}

function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inBase64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  return [secret, inJson, encodeURIComponent(secret.toWellFormed()), inBase64];
}

/** Where the log goes, without known secrets: whatever an error or a library puts into a line. */
export function scrubbedDestination(
  known: KnownSecrets,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): DestinationStream {
  return { write: (line) => destination.write(known.scrub(line)) };
}

/** The same box, which tells every secret that goes through it. */
export function watchedBox<Box extends SecretBox>(box: Box, known: KnownSecrets): Box {
  return {
    ...box,
    seal(secret, place) {
      known.add(secret);
      return box.seal(secret, place);
    },
    open(sealed, place) {
      const secret = box.open(sealed, place);
      known.add(secret);
      return secret;
    },
  };
}

/** The same connections, which tell what a check is made with before it is sealed. */
export function watchedConnections(connections: Connections, known: KnownSecrets): Connections {
  return {
    ...connections,
    check(spec, signal) {
      if ("token" in spec) known.add(spec.token);
      if ("app" in spec) known.add(spec.app?.privateKey);
      return connections.check(spec, signal);
    },
  };
}
