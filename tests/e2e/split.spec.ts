import type { BalanceSplit } from "@/lib/contracts/balance-split";
import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

/** Harmless wherever it stands. */
const name = "Web <b onmouseover=alert(1)>";

test("teams stand side by side on one scale; each number opens its items, each name the team alone", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await connectRepository(page, standIn);
  const path = `/api/products/${productId}`;
  const api = apiClient(app.url);
  for (const [team, filter] of [
    [name, { label: ["bug"] }],
    ["Rest", { q: "e" }],
  ] as const) {
    expect((await api.call("POST", `${path}/teams`, { name: team, filter })).status).toBe(201);
  }
  await page.goto(`/products/${productId}/balance?period=all&bucket=month&measure=opened`);
  const answered = page.waitForResponse(/\/balance\/split\?/);
  await page.getByRole("radiogroup", { name: "Side by side" }).getByText("By team").click();
  const split: BalanceSplit = await (await answered).json();
  await expect(page).toHaveURL(/split=team/);
  const section = page.getByRole("region", { name: "Side by side" });
  await expect(section).toContainText("Teams may overlap");
  await expect(section.getByRole("slider")).toHaveCount(2);
  const web = split.parts.find((part) => part.name === name);
  const maintenance = web?.totals.counts.maintenance ?? 0;
  expect(maintenance).toBeGreaterThan(0);
  await section
    .getByRole("button", { name: `${maintenance} Maintenance, ${name}: open the items` })
    .click();
  await expect(page.getByRole("dialog")).toContainText(`Opened: ${maintenance} item`);
  await expect(page.getByRole("dialog").locator("tbody tr")).toHaveCount(maintenance);
  await page.getByRole("button", { name: "Close the items" }).click();

  const picture = section.getByRole("slider", { name: /^Rest, the balance/ });
  await picture.focus();
  await picture.press("Home");
  await expect(picture).toHaveAttribute("aria-valuetext", /Feature \d/);
  await section.getByRole("button", { name: "Show the table by month" }).click();
  await expect(section.getByRole("region", { name: /by team and month/ })).toBeVisible();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page, `teams side by side at ${width} px`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await section.getByRole("button", { name: `Show the team ${name} alone` }).click();
  await expect(page).toHaveURL(new RegExp(`team=${web?.id}`));
  await expect(page).not.toHaveURL(/split=/);
});

test("a view is compared with everything, and with a team", async ({ page, standIn, app }) => {
  const productId = await connectRepository(page, standIn, "acme/checkout");
  const api = apiClient(app.url);
  const made = await api.call("POST", `/api/products/${productId}/teams`, {
    name: "Bugs",
    filter: { label: ["bug"] },
  });
  await page.goto(`/products/${productId}/balance?period=all&measure=opened&q=e`);
  const compare = page.getByRole("combobox", { name: "Compare with" });
  await compare.selectOption({ label: "Everything" });
  const beside = page.getByRole("region", { name: "This view and everything" });
  await expect(beside).toBeVisible();
  await expect(
    page.getByText(/^New features (are .* everything|have the same share)/),
  ).toBeVisible();
  await expectAccessible(page, "a view beside everything");
  await compare.selectOption({ label: "Team Bugs" });
  await expect(page).toHaveURL(new RegExp(`compare=team:${made.body.id}`));
  const team = page.getByRole("region", { name: "This view and Bugs" });
  const number = team.getByRole("button", { name: /Maintenance, Bugs: open the items$/ });
  const count = Number((await number.textContent()) ?? "");
  await number.click();
  await expect(page.getByRole("dialog").locator("tbody tr")).toHaveCount(count);
});
