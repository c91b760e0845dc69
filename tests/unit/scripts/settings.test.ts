import { createServer } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkDataFolder, findPort, portFailure } from "@/scripts/serve/check-places.mjs";
import { readServeSettings } from "@/scripts/serve/read-settings.mjs";
import { addressOf, placeOfData } from "@/scripts/serve/serve-app.mjs";
import { temporaryFolder, writeTree } from "@/tests/setup/temporary-folder";

const root = path.resolve("/project");

test("without settings it serves 127.0.0.1:3000 from the embedded database in ./data", () => {
  expect(readServeSettings({ PORT: "", DATABASE_URL: "" }, root)).toEqual({
    host: "127.0.0.1",
    port: 3000,
    databaseUrl: null,
    dataFolder: path.join(root, "data"),
  });
});

test.each(["0.0.0.0", "192.168.1.5", "::", "example.com"])("HOST=%s is refused", (host) => {
  expect(() => readServeSettings({ HOST: host }, root)).toThrow("needs accounts");
});

test("with accounts any HOST is accepted", () => {
  const settings = readServeSettings({ HOST: "0.0.0.0", ACCOUNTS: "on" }, root);
  expect(settings.host).toBe("0.0.0.0");
});

test.each(["127.0.0.1", "::1", "localhost"])("HOST=%s is accepted", (host) => {
  expect(readServeSettings({ HOST: host }, root).host).toBe(host);
});

test.each(["http", "-1", "65536", "3000.5", "3e3"])("PORT=%s is refused by name", (port) => {
  expect(() => readServeSettings({ PORT: port }, root)).toThrow(`PORT=${port} is not a port`);
});

test("a taken port is named, with a way to choose another", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await expect(findPort("127.0.0.1", port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  expect(
    String(portFailure(Object.assign(new Error(), { code: "EADDRINUSE" }), "::1", 3000)),
  ).toMatch(/PORT=3001 npm start/);
});

test("port 0 becomes a free port that can be told", async () => {
  expect(await findPort("127.0.0.1", 0)).toBeGreaterThan(0);
});

test("a data folder is created; one that cannot be is named with DATA_DIR", () => {
  const folder = temporaryFolder();
  expect(() => checkDataFolder(path.join(folder, "a/b"))).not.toThrow();
  writeTree(folder, { file: "" });
  expect(() => checkDataFolder(path.join(folder, "file/data"))).toThrow(
    /cannot be written.*DATA_DIR/,
  );
});

test("the place of the data is told without the password of the database", () => {
  const settings = { host: "127.0.0.1", port: 1, dataFolder: "/d" };
  const line = placeOfData({ ...settings, databaseUrl: "postgres://me:secret@db.local:5433/work" });
  expect(line).toContain("db.local:5433/work");
  expect(line).not.toContain("secret");
  expect(placeOfData({ ...settings, databaseUrl: "secret" })).not.toContain("secret");
  expect(placeOfData({ ...settings, databaseUrl: null })).toContain("/d");
});

test("an IPv6 host is bracketed in the address", () => {
  expect(addressOf("::1", 3000)).toBe("http://[::1]:3000");
  expect(addressOf("localhost", 3000)).toBe("http://localhost:3000");
});
