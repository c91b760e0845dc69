import { expect, type Page } from "@playwright/test";
import type { GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";

/** The label of the one field that takes either tracker's place. */
export const placeLabel = "Repository or Jira address";

type Place = { repository: string; apiUrl: string; token?: string };

/** Fills the form as a person does: the one field, and what has to be asked for. */
export async function fillConnectForm(page: Page, place: Place): Promise<void> {
  await page.getByLabel(placeLabel).fill(place.repository);
  const apiField = page.getByLabel("GitHub Enterprise API address");
  if (!(await apiField.isVisible())) await page.getByRole("button", { name: /^More/ }).click();
  await apiField.fill(place.apiUrl);
  if (place.token === undefined) return;
  const tokenField = page.getByLabel("Token", { exact: true });
  if (!(await tokenField.isVisible())) {
    await page.getByRole("button", { name: /Add a token/ }).click();
  }
  await tokenField.fill(place.token);
}

export async function pressConnect(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Connect", exact: true }).click();
}

/** Connects the stand-in's repository and waits until its first sync is over. */
export async function connectRepository(
  page: Page,
  standIn: GithubStandIn,
  repository = "acme/checkout",
): Promise<string> {
  await page.goto("/new");
  await fillConnectForm(page, { repository, apiUrl: standIn.url });
  await pressConnect(page);
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  const productId = /products\/([^/]+)/.exec(page.url())?.[1];
  if (!productId) throw new Error(`${page.url()} names no product.`);
  await expect(page.getByText(/Synced/)).toBeVisible();
  return productId;
}

/** Opens the sample product and waits for its figures. Returns the product's id. */
export async function openSample(page: Page): Promise<string> {
  await page.goto("/new");
  await page.getByRole("button", { name: "Open the sample product" }).click();
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();
  const productId = /products\/([^/]+)/.exec(page.url())?.[1];
  if (!productId) throw new Error(`${page.url()} names no product.`);
  return productId;
}
