import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

test("without any setting the product runs on this machine alone", () => {
  expect(parseEnv({})).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    DATA_DIR: "./data",
    ALLOWED_UPSTREAM_HOSTS: [],
    SYNC_INTERVAL_MINUTES: 15,
  });
});

test.each([
  [{ PORT: "eighty" }, "PORT"],
  [{ HOST: "0.0.0.0" }, "HOST"],
  [{ HOST: "0.0.0.0", BASE_URL: "https://balance.example" }, "HOST"],
  [{ HOST: "0.0.0.0", ACCOUNTS: "on" }, "BASE_URL"],
  [{ ACCOUNTS: "yes" }, "ACCOUNTS"],
  [{ GITHUB_CLIENT_ID: "id" }, "GITHUB_CLIENT_SECRET"],
  [{ OIDC_ISSUER: "https://id.example" }, "OIDC_CLIENT_SECRET"],
  [{ OIDC_ISSUER: "http://id.example" }, "OIDC_ISSUER"],
  [{ GITHUB_OAUTH_URL: "https://github.corp" }, "GITHUB_CLIENT_ID"],
  [{ GITHUB_OAUTH_URL: "http://github.corp" }, "GITHUB_OAUTH_URL"],
  [{ DATABASE_URL: "mysql://here" }, "DATABASE_URL"],
  [{ DATABASE_URL: "postgres://here/db" }, "SECRET_KEY"],
  [{ SECRET_KEY: "short" }, "SECRET_KEY"],
  [{ ALLOWED_UPSTREAM_HOSTS: "http://x/y" }, "ALLOWED_UPSTREAM_HOSTS must name hosts"],
  [{ ALLOWED_UPSTREAM_HOSTS: "a.corp b.corp/x" }, "ALLOWED_UPSTREAM_HOSTS must name hosts"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  [{ BASE_URL: "balance.example" }, "BASE_URL"],
  [{ BASE_URL: "javascript:alert(1)" }, "BASE_URL"],
  [{ SMTP_URL: "smtp://mail.example" }, "MAIL_FROM and SMTP_URL are needed together"],
  [{ MAIL_FROM: "a@example.com" }, "MAIL_FROM and SMTP_URL are needed together"],
  [{ SMTP_URL: "https://mail.example", MAIL_FROM: "a@example.com" }, "SMTP_URL must begin"],
  [{ SMTP_URL: "smtp://mail.example", MAIL_FROM: "nobody" }, "MAIL_FROM must be"],
])("a wrong setting is named: %j", (variables, name) => {
  expect(() => parseEnv(variables)).toThrow(name);
});

test("several faults are named at once, and no value is repeated", () => {
  const faulty = () =>
    parseEnv({
      ...{ PORT: "x", DATABASE_URL: "mysql://user:canary@host/db" },
      SMTP_URL: "smtp://user:canary@host/path",
      ALLOWED_UPSTREAM_HOSTS: "http://user:canary@host",
    });
  expect(faulty).toThrow(/PORT.*SMTP_URL.*DATABASE_URL.*ALLOWED_UPSTREAM_HOSTS/);
  expect(faulty).not.toThrow(/canary/);
});

test("allowed hosts may be separated by commas or spaces", () => {
  const { ALLOWED_UPSTREAM_HOSTS } = parseEnv({
    ALLOWED_UPSTREAM_HOSTS: "a.corp, 127.0.0.1:8970 b",
  });
  expect(ALLOWED_UPSTREAM_HOSTS).toEqual(["a.corp", "127.0.0.1:8970", "b"]);
});
