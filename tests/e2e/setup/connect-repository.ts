import { expect, type Page } from "@playwright/test";
import type { GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { apiClient } from "./api-client";

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

/**
 * Opens a sample product of the test's own, as a person does, and waits for its figures. Returns its
 * id. Making one takes seconds: a test that only reads takes `sample`, which others read, too.
 */
export async function openSample(page: Page): Promise<string> {
  await page.goto("/new");
  await page.getByRole("button", { name: "Open the sample product" }).click();
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();
  const productId = /products\/([^/]+)/.exec(page.url())?.[1];
  if (!productId) throw new Error(`${page.url()} names no product.`);
  return productId;
}

/** Makes a sample product over the API and waits for its figures. Returns its id. */
export async function makeSample(url: string): Promise<string> {
  const { call, synced } = apiClient(url);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { status, body } = await call("POST", "/api/products/sample", { timeZone });
  expect(status, JSON.stringify(body)).toBe(201);
  const sources = await call("GET", `/api/products/${body.id}/sources`);
  await synced(sources.body.items[0].id);
  return body.id;
}

/** Goes to a product's balance and waits for its figures. */
export async function openBalance(page: Page, productId: string): Promise<void> {
  await page.goto(`/products/${productId}/balance`);
  await expect(page.getByText(/Synced/)).toBeVisible();
}
