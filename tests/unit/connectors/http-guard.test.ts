import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "@/lib/connectors/address-guard";
import { createGuardedFetch, type GuardedFetchOptions } from "@/lib/connectors/http";
import { closing } from "./connector-harness";

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  closing({ close });
  return { host: `127.0.0.1:${address.port}`, port: address.port, close };
}

function guarded(options: Partial<GuardedFetchOptions> = {}) {
  return closing(createGuardedFetch({ allowedHosts: [], timeoutMs: 60_000, ...options })).fetch;
}

const answering = (address: string) => async (): Promise<LookupAddress[]> => [
  { address, family: address.includes(":") ? 6 : 4 },
];

describe("a literal address that is not public", () => {
  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://0x7f.0.0.0x1/",
    "https://127.0.0.1./",
    "https://①②⑦.0.0.1/",
    "https://0.0.0.0/",
    "https://0/",
    "https://10.1.2.3/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/",
    "https://100.100.100.200/",
    "https://192.0.0.192/",
    "https://192.0.2.1/",
    "https://198.18.0.1/",
    "https://198.51.100.1/",
    "https://203.0.113.1/",
    "https://224.0.0.1/",
    "https://240.0.0.1/",
    "https://255.255.255.255/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[::ffff:0:127.0.0.1]/",
    "https://[64:ff9b::127.0.0.1]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://[64:ff9b:1::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001:0:7f00:1::]/",
    "https://[2001:db8::1]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[fc00::1]/",
    "https://[fd00:ec2::254]/",
    "https://[ff02::1]/",
    "https://[100::1]/",
    "https://user:pass@127.0.0.1/",
    "https://127.0.0.1:8443/",
  ])("is refused before anything is sent: %s", async (url) => {
    await expect(guarded()(url)).rejects.toMatchObject({
      reason: "host_not_allowed",
      message: expect.stringContaining("ALLOWED_UPSTREAM_HOSTS"),
    });
  });
});

describe("a name that leads to a private address", () => {
  it.each([
    "127.0.0.1",
    "169.254.169.254",
    "10.0.0.1",
    "::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
  ])("is refused while connecting: %s", async (address) => {
    const fetch = guarded({ resolve: answering(address) });
    await expect(fetch("https://tracker.example/")).rejects.toMatchObject({
      reason: "host_not_allowed",
      message: expect.stringContaining("tracker.example"),
    });
  });

  it("is refused where only one of its addresses is private", async () => {
    const resolve = async () => [
      { address: "140.82.121.6", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const answer = guarded({ resolve })("https://tracker.example/");
    await expect(answer).rejects.toMatchObject({ reason: "host_not_allowed" });
  });

  it("gains nothing by changing its answer: the judged address is the one connected to", async () => {
    let connections = 0;
    const { port } = await serve((_, response) => {
      connections += 1;
      response.end();
    });
    let lookups = 0;
    const resolve = async (): Promise<LookupAddress[]> => {
      lookups += 1;
      const address = lookups % 2 === 1 ? "240.0.0.1" : "127.0.0.1";
      return [{ address, family: 4 }];
    };
    const fetch = guarded({ resolve });
    for (let turn = 0; turn < 6; turn += 1) {
      const answer = fetch(`https://rebinding.example:${port}/`);
      await expect(answer).rejects.toMatchObject({ reason: "host_not_allowed" });
    }
    expect([lookups, connections]).toEqual([6, 0]);
  });
});

describe("what is allowed", () => {
  it("includes public addresses, those behind NAT64 too, and nothing that is no address", () => {
    expect(
      ["140.82.121.6", "2606:50c0:8000::153", "64:ff9b::8c52:7906"].filter(isPublicAddress),
    ).toHaveLength(3);
    expect(["", "localhost", "1.2.3.4.5", "::1%eth0"].filter(isPublicAddress)).toEqual([]);
  });

  it.each([
    ["its host and port", (port: number) => `127.0.0.1:${port}`, true],
    ["its host alone", () => "127.0.0.1", true],
    ["another port", () => "127.0.0.1:1", false],
    ["another host", () => "localhost", false],
  ])("is a private host by %s: %s", async (_what, entry, isAllowed) => {
    const { port } = await serve((_, response) => response.end("hello"));
    const fetch = guarded({ allowedHosts: [entry(port)] });
    const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
    if (isAllowed) await expect(answer).resolves.toBe("hello");
    else await expect(answer).rejects.toMatchObject({ reason: "host_not_allowed" });
  });

  it("is a named host whatever its address, under the spelling of the operator", async () => {
    const { port } = await serve((_, response) => response.end("hello"));
    const fetch = guarded({ allowedHosts: [" GHE.Example "], resolve: answering("127.0.0.1") });
    const response = await fetch(`http://ghe.example:${port}/`);
    expect(await response.text()).toBe("hello");
  });

  it.each(["http://tracker.example/", "ftp://tracker.example/", "file:///etc/passwd", "data:,x"])(
    "is not plain http or another scheme: %s",
    async (url) => {
      const answer = guarded({ resolve: answering("140.82.121.6") })(url);
      await expect(answer).rejects.toMatchObject({ reason: "host_not_allowed" });
    },
  );
});

describe("a redirect", () => {
  it("within the origin is followed with its headers", async () => {
    const { host } = await serve((request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
      else response.end(`${request.url} ${request.headers.authorization}`);
    });
    const fetch = guarded({ allowedHosts: [host] });
    const response = await fetch(`http://${host}/old`, { headers: { authorization: "token x" } });
    expect(await response.text()).toBe("/new token x");
  });

  it.each(["http://169.254.169.254/", "https://other.example/", "file:///etc/passwd", "http://["])(
    "that leaves the origin is refused: %s",
    async (location) => {
      const { host } = await serve((_, response) => response.writeHead(302, { location }).end());
      const answer = guarded({ allowedHosts: [host] })(`http://${host}/`);
      await expect(answer).rejects.toMatchObject({ reason: "host_not_allowed" });
    },
  );

  it("to another allowed port receives nothing", async () => {
    let received = 0;
    const other = await serve((_, response) => {
      received += 1;
      response.end();
    });
    const location = `http://${other.host}/`;
    const { host } = await serve((_, response) => response.writeHead(307, { location }).end());
    const answer = guarded({ allowedHosts: ["127.0.0.1"] })(`http://${host}/`);
    await expect(answer).rejects.toMatchObject({ reason: "host_not_allowed" });
    expect(received).toBe(0);
  });

  it("in a circle ends", async () => {
    let hops = 0;
    const { host } = await serve((_, response) => {
      hops += 1;
      response.writeHead(302, { location: `/${hops}` }).end();
    });
    const answer = guarded({ allowedHosts: [host] })(`http://${host}/`);
    await expect(answer).rejects.toMatchObject({ reason: "malformed" });
    expect(hops).toBe(6);
  });
});

describe("an answer", () => {
  it.each([
    ["no first byte", () => undefined],
    ["a body that stops", (response: { write: (text: string) => void }) => response.write("{")],
  ])("with %s is given up in time", async (_what, answer) => {
    const { host } = await serve((_, response) => {
      answer(response);
    });
    const reading = guarded({ allowedHosts: [host], timeoutMs: 300 })(`http://${host}/`);
    await expect(reading).rejects.toMatchObject({
      reason: "unreachable",
      message: expect.stringContaining("in time"),
    });
  });

  it("that drips without an end is given up too", async () => {
    const { host } = await serve((_, response) => {
      const drip = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(drip));
    });
    const reading = guarded({ allowedHosts: [host], timeoutMs: 100 })(`http://${host}/`);
    await expect(reading).rejects.toMatchObject({ reason: "unreachable" });
  });

  it("past the bound is refused, counted after unpacking", async () => {
    const { host } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(2_000_000)));
    });
    const fetch = guarded({ allowedHosts: [host], maxBodyBytes: 1_000_000 });
    const answer = fetch(`http://${host}/`);
    await expect(answer).rejects.toMatchObject({ reason: "malformed" });
  });

  it("comes back whole, with status and headers, also where it has no body", async () => {
    const { host } = await serve((request, response) => {
      if (request.url === "/304") response.writeHead(304, { etag: '"x"' }).end();
      else response.writeHead(404, { "x-kind": "test" }).end("gone");
    });
    const fetch = guarded({ allowedHosts: [host] });
    const [missing, same] = [await fetch(`http://${host}/`), await fetch(`http://${host}/304`)];
    expect([missing.status, missing.headers.get("x-kind"), await missing.text()]).toEqual([
      404,
      "test",
      "gone",
    ]);
    expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, '"x"', ""]);
  });

  it("of the caller's own abort is the abort's reason", async () => {
    const { host } = await serve(() => undefined);
    const stop = new AbortController();
    const answer = guarded({ allowedHosts: [host] })(`http://${host}/`, { signal: stop.signal });
    stop.abort(new Error("mine"));
    await expect(answer).rejects.toThrow("mine");
  });

  it("that never comes says why: no such name, or nobody listening", async () => {
    const gone = await serve(() => undefined);
    await gone.close();
    const unknown = async () => {
      throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
    };
    await expect(guarded({ resolve: unknown })("https://nowhere.example/")).rejects.toMatchObject({
      reason: "unreachable",
      message: expect.stringContaining("No host named nowhere.example"),
    });
    await expect(
      guarded({ allowedHosts: [gone.host] })(`http://${gone.host}/`),
    ).rejects.toMatchObject({
      reason: "unreachable",
      message: expect.stringContaining("refuses the connection"),
    });
  });
});
