import { createServer } from "node:http";
import { expect, test } from "vitest";
import { createGuardedFetch } from "@/lib/connectors/http";
import { closing } from "./connector-harness";

test.each([true, false])("whether connections are kept is chosen: %j", async (keepConnections) => {
  let connections = 0;
  const server = createServer((_request, response) => response.end("ok"));
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing({
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  const host = `127.0.0.1:${address.port}`;
  const { fetch } = closing(
    createGuardedFetch({ allowedHosts: [host], timeoutMs: 60_000, keepConnections }),
  );
  for (let turn = 0; turn < 3; turn += 1) await (await fetch(`http://${host}/`)).text();
  expect(connections < 3).toBe(keepConnections);
});
