import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGithubApiUrl } from "@/lib/domain/github-api-url";
import { parseRepository } from "@/lib/domain/repository-name";

const github = { ok: true, owner: "acme", name: "shop", apiUrl: null };

describe("parseRepository", () => {
  it.each([
    "acme/shop",
    "  acme/shop/ ",
    "acme/shop.git",
    "https://github.com/acme/shop",
    "http://www.github.com/acme/shop/",
    "HTTPS://GitHub.com/acme/shop.git",
    "https://github.com/acme/shop/issues?q=is%3Aopen#top",
    "https://github.com/acme/shop/pull/12/files",
    "github.com/acme/shop",
    "git@github.com:acme/shop.git",
    "ssh://git@github.com/acme/shop.git",
    "git://github.com/acme/shop.git",
    "https://api.github.com/repos/acme/shop",
    "https://someone:secret@github.com/acme/shop.git",
  ])("reads %s as acme/shop on github.com", (text) => {
    expect(parseRepository(text)).toEqual(github);
  });

  it.each([
    ["https://ghe.example/acme/shop", "https://ghe.example/api/v3"],
    ["http://ghe.example:8080/acme/shop/issues", "http://ghe.example:8080/api/v3"],
    ["ghe.example/acme/shop", "https://ghe.example/api/v3"],
    ["git@ghe.example:acme/shop.git", "https://ghe.example/api/v3"],
    ["ssh://git@ghe.example:2222/acme/shop.git", "https://ghe.example/api/v3"],
    ["https://ghe.example/api/v3/repos/acme/shop", "https://ghe.example/api/v3"],
    ["https://octo.ghe.com/acme/shop", "https://api.octo.ghe.com"],
  ])("reads %s as a repository of the API %s", (text, apiUrl) => {
    expect(parseRepository(text)).toEqual({ ...github, apiUrl });
  });

  it.each(["Mojang/web-theme-bootstrap4", "a/b", "acme_corp/.github", "acme-/_-."])(
    "lets through what GitHub allows: %s",
    (text) => {
      expect(parseRepository(text).ok).toBe(true);
    },
  );

  it.each([
    "",
    "shop",
    "acme/",
    "/shop",
    "acme shop",
    "acme/shop/extra",
    "-acme/shop",
    "ac me/shop",
    "acme/..",
    "acme/sh?op",
    "acme/shop#12",
    `acme/${"x".repeat(101)}`,
    `${"x".repeat(40)}/shop`,
    "https://github.com/acme",
    "https://gitlab.com/acme/shop",
    "https://",
    "javascript:alert(1)/x",
    "file:///etc/passwd",
    "<img src=x>/shop",
  ])("refuses %s, saying what to type", (text) => {
    const parsed = parseRepository(text);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining("owner/name") });
  });

  it("never throws, and never lets a name through that changes a path", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[\w./@:-]+$/)), (text) => {
        const parsed = parseRepository(text);
        if (!parsed.ok) return;
        expect(`${parsed.owner}/${parsed.name}`).toMatch(/^[\w-]+\/[\w.-]+$/);
        expect([".", ".."]).not.toContain(parsed.name);
      }),
    );
  });
});

describe("parseGithubApiUrl", () => {
  it.each([
    ["", null],
    ["https://api.github.com/", null],
    ["https://github.com", null],
    ["https://ghe.example/api/v3/", "https://ghe.example/api/v3"],
    [" http://127.0.0.1:8970 ", "http://127.0.0.1:8970"],
  ])("reads %s as %s", (text, apiUrl) => {
    expect(parseGithubApiUrl(text)).toEqual({ ok: true, apiUrl });
  });

  it.each([
    "ghe.example",
    "ftp://ghe.example",
    "https://a:b@ghe.example",
    "https://x.example/?a=1",
  ])("refuses %s with a sentence", (text) => {
    expect(parseGithubApiUrl(text)).toMatchObject({ ok: false, message: expect.any(String) });
  });
});
