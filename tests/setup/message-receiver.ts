import { createServer, type IncomingHttpHeaders } from "node:http";

export type ReceivedMessage = { path: string; headers: IncomingHttpHeaders; text: string };

/** A webhook of a chat, over HTTP: it keeps what it is told, and answers as it is set to. */
export type MessageReceiver = {
  url: string;
  host: string;
  received: ReceivedMessage[];
  /**
   * Answers so from now on; `null` never answers, `drop` breaks the connection off, `endless` takes
   * the message and never comes to the end of its answer.
   */
  answer: { status: number | null | "drop" | "endless"; location?: string };
  close(): Promise<void>;
};

/** `path` is the secret part of its address. */
export async function openReceiver(path = "/services/secret"): Promise<MessageReceiver> {
  const received: ReceivedMessage[] = [];
  const receiver: Pick<MessageReceiver, "answer"> = { answer: { status: 200 } };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      const { text } = JSON.parse(body || "{}") as { text: string };
      received.push({ path: request.url ?? "", headers: request.headers, text });
      const { status, location } = receiver.answer;
      if (status === null) return;
      if (status === "drop") return request.socket.destroy();
      if (status === "endless") return response.writeHead(200).write("ok");
      response.writeHead(status, location === undefined ? {} : { location });
      response.end(status === 200 ? "ok" : "no_service");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It does not listen.");
  const host = `127.0.0.1:${address.port}`;
  return Object.assign(receiver, {
    ...{ received, host, url: `http://${host}${path}` },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
