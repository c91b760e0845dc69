import { apiClient } from "./setup/api-client";
import { fillConnectForm, placeLabel, pressConnect } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

type Case = { what: string; repository?: string; token?: string; apiUrl?: string; field: string };

const cases: Case[] = [
  { what: "one that does not exist", repository: "acme/nowhere", field: placeLabel },
  { what: "a wrong token", token: "wrong", field: "Token" },
  { what: "a token without rights", token: "token-without-rights", field: "Token" },
  {
    what: "a host that is down",
    apiUrl: "http://127.0.0.1:1",
    field: "GitHub Enterprise API address",
  },
  {
    what: "a host that is not allowed",
    apiUrl: "http://10.0.0.1/api/v3",
    field: "GitHub Enterprise API address",
  },
];

for (const { what, repository = "acme/checkout", token, apiUrl, field } of cases) {
  test(`${what} gets a sentence at its field, and nothing half-created`, async ({
    page,
    standIn,
    app,
  }) => {
    const products = async () => (await apiClient(app.url).call("GET", "/api/products")).body.items;
    const before = await products();
    await page.goto("/new");
    await fillConnectForm(page, {
      repository,
      apiUrl: apiUrl ?? standIn.url,
      ...(token !== undefined && { token }),
    });
    await pressConnect(page);
    const input = page.getByLabel(field, { exact: true });
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await expect(input).toHaveAccessibleDescription(/\w.*\./);
    await expect(page.getByLabel(placeLabel)).toHaveValue(repository);
    expect(await products()).toEqual(before);
  });
}

test("a name that is no repository is said while it is typed", async ({ page }) => {
  await page.goto("/new");
  const input = page.getByLabel(placeLabel);
  await input.fill("just-a-name");
  await input.blur();
  await expect(input).toHaveAccessibleDescription(/owner\/name/);
});

test("an exhausted rate limit says until when and what helps", async ({ page, standIn }) => {
  standIn.setFault({ kind: "rate_limited", seconds: 1200 });
  await page.goto("/new");
  await fillConnectForm(page, { repository: "acme/checkout", apiUrl: standIn.url });
  await pressConnect(page);
  await expect(page.getByText(/limit/).first()).toBeVisible();
  standIn.clearFaults();
});

test("a sync that fails half-way says so where the numbers are, and how to go on", async ({
  page,
  standIn,
}) => {
  standIn.setFault({ kind: "html", on: "issues", skip: 2 });
  await page.goto("/new");
  await fillConnectForm(page, { repository: "acme/checkout", apiUrl: standIn.url });
  await pressConnect(page);
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByRole("alert").filter({ hasText: /acme\/checkout/ })).toBeVisible();
  standIn.clearFaults();
});
