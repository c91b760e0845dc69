import type { Page } from "@playwright/test";
import { canaryName, hostileStrings } from "@/tests/setup/hostile-strings";
import { hostileRepository } from "@/tests/upstream/hostile-repository.mjs";
import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";
import { paymentsSite } from "./setup/payments-site";

const site = paymentsSite();
/** Jira's own words, its sprints, people and labels among them. */
const hostileSite = {
  ...site,
  projects: site.projects.map((project) => ({
    ...project,
    issues: project.issues.map((issue, index) => {
      const text = hostileStrings[index * 7] ?? "";
      const sprints = issue.sprints?.map((sprint) => ({ ...sprint, name: text.slice(0, 200) }));
      const labels = [...(issue.labels ?? []), text.replaceAll(/\s/g, "_").slice(0, 200)];
      return { ...issue, summary: text, description: text, labels, ...(sprints && { sprints }) };
    }),
  })),
};

test.use({ repositories: [hostileRepository(hostileStrings)], site: hostileSite });

/** Where a text ran, by whatever way: the function it calls, a dialog, or a frame or script of its own. */
async function watch(page: Page): Promise<string[]> {
  const ran: string[] = [];
  await page.exposeFunction("tellRan", (where: string) => ran.push(where));
  await page.addInitScript((name) => {
    Reflect.set(window, name, () => Reflect.get(window, "tellRan")(location.pathname));
  }, canaryName);
  page.on("dialog", (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("frameattached", (frame) => ran.push(`frame: ${frame.url()}`));
  page.on("popup", (popup) => ran.push(`popup: ${popup.url()}`));
  return ran;
}

/** What must not stand in a page, whatever the texts say: each was made by a text, not by us. */
async function expectInert(page: Page, where: string): Promise<void> {
  const strange = await page.evaluate(() => {
    const made = document.querySelectorAll(
      "iframe, object, embed, portal, base, marquee, video, audio, math, frameset, isindex, " +
        "[onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], meta[http-equiv=refresh]",
    );
    const links = [...document.querySelectorAll("[href], [src], [action], [formaction]")];
    const running = links.filter((element) =>
      ["href", "src", "action", "formaction"].some((name) =>
        /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(element.getAttribute(name) ?? ""),
      ),
    );
    return [...made, ...running].map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
  expect(strange, where).toEqual([]);
}

const productPages = [
  ...["balance", "balance?period=all&split=source", "balance?period=all&by=assignee", "items"],
  ...["balance?period=all&by=milestone&view=counts", "items?state=open", "triage", "contested"],
  ...["agreement", "meetings", "rules", "sources", "settings", "audit", "model", "forecast"],
  ...["digest", "plan"],
];

test("no hostile text of a tracker or a person runs, on any page, in print or in a picture", async ({
  page,
  app,
  standIn,
  jira,
}) => {
  const ran = await watch(page);
  const { call, connect, synced } = apiClient(app.url);
  const productId = await connectRepository(page, standIn, "acme/hostile");
  const place = `/api/products/${productId}`;
  const product = (await call("GET", place)).body;
  const second = await connect(product, {
    ...{ kind: "jira", siteUrl: jira.url, project: "PAY", token: "personal-token" },
  });
  await synced(second.id);

  await test.step("people may write such texts too, or are told that they may not", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const statuses = new Set<number>();
    for (const text of hostileStrings) {
      const tried = [
        await call("PATCH", place, { name: text }),
        await call("POST", `${place}/notes`, { day: today, text }),
        await call("POST", `${place}/teams`, { name: text, filter: { q: "a" } }),
      ];
      for (const { status } of tried) statuses.add(status);
    }
    const all = [200, 201, 400, 409, 422];
    expect([...statuses].filter((status) => !all.includes(status))).toEqual([]);
    const goals = hostileStrings.slice(0, 60).join(" ").slice(0, 900);
    const stage = { name: "</script><script>", startsOn: "2025-01-01", goals };
    expect((await call("POST", `${place}/stages`, stage)).status).toBe(201);
  });

  let turn = 0;
  for (const name of productPages) {
    const title = `${hostileStrings[turn++] ?? ""}`.trim().slice(0, 100);
    await call("PATCH", place, { name: `Shop ${title}` });
    await page.goto(`/products/${productId}/${name}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectInert(page, name);
  }
  for (const path of ["/", "/portfolio", "/new", "/definitions", "/about/ranges"]) {
    await page.goto(path);
    await expectInert(page, path);
  }

  await test.step("every title, label, body and person in the list and in the drawer", async () => {
    const seen = new Set<string>();
    const { body } = await call("GET", `${place}/items?limit=500`);
    for (const { id, title } of body.items) {
      seen.add(title);
      await page.evaluate(async (address) => (await fetch(address)).text(), `/api/items/${id}`);
    }
    expect(seen.size).toBeGreaterThan(200);
    for (let at = 0; at < hostileStrings.length; at += 1) {
      const label = hostileStrings[at] ?? "";
      if (
        label.length === 0 ||
        label.length > 300 ||
        label.includes("\u0000") ||
        label.includes(",")
      )
        continue;
      if (!label.isWellFormed() || at % 9 !== 0) continue;
      await page.goto(`/products/${productId}/items?${new URLSearchParams({ label })}`);
      await expect(page.getByRole("row").nth(1)).toBeVisible();
      await page.getByRole("row").nth(1).getByRole("button").first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectInert(page, `item ${at}`);
    }
  });

  await test.step("the chart as a picture, and the page in print", async () => {
    await page.goto(`/products/${productId}/balance?period=all`);
    await page.emulateMedia({ media: "print" });
    await expectInert(page, "print");
    await page.emulateMedia({ media: "screen" });
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as picture" }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.png$/);
  });

  await test.step("a meeting with such texts, its screens, record and Markdown", async () => {
    await page.goto(`/products/${productId}/meetings`);
    await page.getByRole("button", { name: "Start a meeting" }).click();
    await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}/);
    const address = new URL(page.url()).pathname;
    const screens = page.getByRole("navigation", { name: "Screens of the meeting" });
    await expect(screens).toBeVisible();
    const count = await screens.getByRole("button").count();
    for (let screen = 0; screen < count; screen += 1) {
      await screens.getByRole("button").nth(screen).click();
      await expectInert(page, `screen ${screen}`);
    }
    await page.goto(`${address}/record`);
    await expectInert(page, "record");
  });
  expect(ran, "what ran").toEqual([]);
});

test("exports of it are files that no browser shows as a page", async ({ app, standIn }) => {
  const { call } = apiClient(app.url);
  const [product] = (await call("GET", "/api/products")).body.items;
  expect(standIn.requests.length).toBeGreaterThan(0);
  const place = `${app.url}/api/products/${product.id}`;
  for (const path of [
    "/items?format=csv",
    "/items?format=ndjson",
    "/flow?format=csv",
    "/balance?format=csv&breakdown=kind",
    "/balance/split?by=source&format=csv",
    "/movers?by=label&format=csv",
    "/forecast?format=csv",
    "/digest?format=markdown",
    "/rules/file",
  ]) {
    const answer = await fetch(`${place}${path}`);
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.headers.get("content-type"), path).not.toMatch(/html|svg|xml/);
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(answer.headers.get("content-security-policy"), path).toMatch(/^default-src 'none'/);
    await answer.body?.cancel();
  }
});
