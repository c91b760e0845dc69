import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

/** Harmless wherever it stands. */
const name = "Shop <b onmouseover=alert(1)>";

test("a filter is saved as a team, which the list, the balance and the palette take; it is renamed, deleted and restored", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await connectRepository(page, standIn);
  const inForce = page.getByRole("group", { name: "Filters in force" });
  const teams = page.getByRole("dialog", { name: "Team", exact: true });
  await page.goto(`/products/${productId}/items`);
  await page.getByRole("button", { name: "Team", exact: true }).click();
  await expect(teams).toContainText("A team is a filter with a name.");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Filter", exact: true });
  await form.getByRole("combobox", { name: "Assignee" }).fill("ad");
  // One is assigned to her, another to her and somebody else.
  await form.getByRole("option", { name: "ada (2)" }).click();
  await expectAccessible(page, "the form of filters");
  await form.getByRole("button", { name: "Apply" }).click();
  await expect(inForce.getByRole("button")).toHaveAccessibleName("Remove the filter Assignee: ada");
  await expect(page.getByText("2 items", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Team", exact: true }).click();
  await teams.getByRole("button", { name: "Save as team…" }).click();
  await teams.getByRole("button", { name: "Save", exact: true }).click();
  await expect(teams.getByText("Give the team a name.")).toBeVisible();
  await teams.getByLabel("Name of the team").fill(name);
  await teams.getByRole("button", { name: "Save", exact: true }).click();
  await expect(inForce.getByRole("button")).toHaveAccessibleName(`Remove the filter Team: ${name}`);
  await expect(page).toHaveURL(/items\?team=[0-9a-f-]{36}$/);
  await expect(page.getByText("2 items", { exact: true })).toBeVisible();
  await expect(teams).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(teams.getByRole("checkbox", { name })).toBeChecked();
  await expect(teams.getByText("Assignee: ada")).toBeVisible();
  await expectAccessible(page, "the teams");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Team", exact: true })).toBeFocused();

  const team = new URL(page.url()).searchParams.get("team");
  const api = apiClient(app.url);
  const path = `/api/products/${productId}`;
  const { body: balance } = await api.call(
    "GET",
    `${path}/balance?measure=opened&from=first&team=${team}`,
  );
  const counted = Object.values<number>(balance.totals.counts).reduce((sum, one) => sum + one, 0);
  expect(counted + balance.totals.excluded).toBe(2);
  const refused = await api.call("POST", `${path}/teams`, {
    name: name.toUpperCase(),
    filter: { label: ["bug"] },
  });
  expect(refused).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });

  await page.goto(`/products/${productId}/balance?period=all&measure=opened`);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Page, view/ }).fill("shop team");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/balance\?.*team=/);
  await expect(inForce.getByRole("button")).toHaveAccessibleName(`Remove the filter Team: ${name}`);
  await expect(page.getByRole("button", { name: /^Opened\s?2 items/ })).toBeVisible();

  await page.getByRole("button", { name: "Team", exact: true }).click();
  await teams.getByRole("button", { name: `Rename: ${name}` }).click();
  await teams.getByLabel("Name of the team").fill("Web");
  await teams.getByRole("button", { name: "Save", exact: true }).click();
  await expect(inForce.getByRole("button")).toHaveAccessibleName("Remove the filter Team: Web");
  await page.keyboard.press("Escape");
  await expect(teams).toBeHidden();
  await page.keyboard.press("Enter");
  await teams.getByRole("button", { name: "Delete: Web" }).click();
  await expect(inForce).toHaveCount(0);
  await expect(teams.getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(teams).toBeHidden();
  await page.getByRole("button", { name: "Team", exact: true }).click();
  await expect(teams.getByRole("checkbox", { name: "Web" })).not.toBeChecked();

  await page.goto(`/products/${productId}/balance?team=${team}`);
  await expect(page.getByText("This product has no such team")).toBeVisible();
  await page.getByRole("button", { name: "Back to the last 12 weeks" }).click();
  await expect(page.getByRole("button", { name: /^Delivered/ })).toBeVisible();
});
