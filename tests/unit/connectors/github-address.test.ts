import { expect, test } from "vitest";
import { createGithubConnector } from "@/lib/connectors/github/connector";
import { never, place } from "./connector-harness";

test.each(["https://[fd00:ec2::10]:8443/api/v3", "https://[::ffff:a00:1]", "https://ghe.example"])(
  "a server is asked at the very address that was given: %s",
  async (apiUrl) => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(`${input}`);
      return Response.json({ message: "Not Found" }, { status: 404 });
    };
    const connector = createGithubConnector({
      ...{ repository: place, apiUrl, token: null, count: "issues" },
      io: { fetch, now: () => new Date(), sleep: async () => undefined },
    });
    await expect(connector.check(never)).rejects.toThrow("no public repository");
    expect(asked).toEqual([`${apiUrl}/repos/acme/shop`]);
  },
);
