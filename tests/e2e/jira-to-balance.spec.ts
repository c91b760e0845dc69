import type { Page } from "@playwright/test";
import { apiClient } from "./setup/api-client";
import { placeLabel, pressConnect } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

async function fillJira(page: Page, place: string, token = "personal-token"): Promise<void> {
  await page.goto("/new");
  await page.getByLabel(placeLabel).fill(place);
  await page.getByLabel("Token", { exact: true }).fill(token);
}

test("from the address of a Jira issue to its project's balance and the items behind it", async ({
  page,
  jira,
}) => {
  await fillJira(page, `${jira.url}/browse/PAY-12`);
  await expect(page.getByLabel("Project key")).toHaveValue("PAY");
  await expect(page.getByLabel(placeLabel)).toHaveAccessibleDescription(
    `Reads the project PAY of Jira at ${jira.host}`,
  );
  await pressConnect(page);
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();

  await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "The whole history" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /\d+% new features, \d+% upkeep; 4 of 16 items unclassified/,
  );
  await page.getByRole("button", { name: /^Delivered/ }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("16 items", { exact: true })).toBeVisible();
  const row = drawer.getByRole("row", { name: /Card is charged twice/ }).first();
  await expect(row).toContainText("Maintenance");
  const issue = drawer.locator(`a[href^="${jira.url}/browse/PAY-"]`).first();
  await expect(issue).toBeVisible();
});

test("a query is connected to a product that has a source already", async ({ page, jira, app }) => {
  const product = await apiClient(app.url).createProduct("Two sources");
  await page.goto(`/products/${product.id}/sources`);
  const query = new URLSearchParams({ jql: "project = PAY AND type = Bug ORDER BY created" });
  await page.getByLabel(placeLabel).fill(`${jira.url}/issues/?${query}`);
  await expect(page.getByLabel("JQL query")).toHaveValue(
    "project = PAY AND type = Bug ORDER BY created",
  );
  await page.getByLabel("Token", { exact: true }).fill("personal-token");
  await pressConnect(page);
  const row = page.getByRole("region", { name: "project = PAY AND type = Bug" });
  await expect(row).toContainText("6 items, Jira, with a token");
});

test("a Cloud address asks for e-mail and token, and says where to make one", async ({ page }) => {
  await page.goto("/new");
  const place = page.getByLabel(placeLabel);
  await place.fill("https://acme.atlassian.net/jira/software/projects/PAY/boards/1");
  await expect(page.getByLabel("Project key")).toHaveValue("PAY");
  await expect(page.getByRole("link", { name: "Make an API token" })).toHaveAttribute(
    "href",
    "https://id.atlassian.com/manage-profile/security/api-tokens",
  );
  await pressConnect(page);
  for (const name of ["E-mail address", "Token"]) {
    const field = page.getByLabel(name, { exact: true });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/Give .*\./);
  }
  await place.fill("acme/checkout");
  await expect(page.getByLabel("Project key")).toBeHidden();
  await expect(page.getByLabel("E-mail address")).toBeHidden();
});

const refusals: { what: string; place: string; token?: string; field: string; says: RegExp }[] = [
  {
    what: "a project that is not there",
    place: "/browse/NOPE-1",
    field: "Project key",
    says: /NOPE/,
  },
  {
    what: "a query that Jira refuses",
    place: "/issues/?jql=sprnt=5",
    field: "JQL query",
    says: /Jira says/,
  },
  { what: "a wrong token", place: "/browse/PAY-1", token: "wrong", field: "Token", says: /token/ },
];

for (const { what, place, token, field, says } of refusals) {
  test(`${what} gets its sentence at its field, and nothing half-created`, async ({
    page,
    jira,
    app,
  }) => {
    const products = async () => (await apiClient(app.url).call("GET", "/api/products")).body.items;
    const before = await products();
    await fillJira(page, `${jira.url}${place}`, token);
    await pressConnect(page);
    const input = page.getByLabel(field, { exact: true });
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await expect(input).toHaveAccessibleDescription(says);
    expect(await products()).toEqual(before);
  });
}

test("a site that is down is said at its address", async ({ page }) => {
  await fillJira(page, "http://127.0.0.1:1/browse/PAY-1");
  await pressConnect(page);
  const input = page.getByLabel(placeLabel);
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(input).toHaveAccessibleDescription(/127\.0\.0\.1:1/);
});
