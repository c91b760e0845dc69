import type { Page } from "@playwright/test";
import { apiClient } from "./api-client";
import { openSample } from "./connect-repository";
import { expect } from "./fixtures";

/** The sample product with a stage and a contested item; returns its id. */
export async function prepare(page: Page, url: string): Promise<string> {
  const productId = await openSample(page);
  const { call } = apiClient(url);
  const stage = { name: "Expand", startsOn: "2026-01-01", goals: "Ten more customers." };
  await call("POST", `/api/products/${productId}/stages`, stage);
  const items = `/api/products/${productId}/items?state=closed&category=maintenance&limit=1`;
  const [item] = (await call("GET", items)).body.items;
  const dispute = { reason: "It is new to users." };
  expect((await call("POST", `/api/items/${item.id}/dispute`, dispute)).status).toBe(201);
  return productId;
}

export async function startMeeting(page: Page, productId: string): Promise<string> {
  await page.goto(`/products/${productId}/meetings`);
  await page.getByRole("button", { name: "Start a meeting" }).click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}/);
  await expect(page.getByRole("navigation", { name: "Screens of the meeting" })).toBeVisible();
  return new URL(page.url()).pathname;
}

export async function show(page: Page, screen: string): Promise<void> {
  const step = page.getByRole("navigation", { name: "Screens of the meeting" });
  await step.getByRole("button", { name: screen }).click();
  await expect(step.getByRole("button", { name: screen })).toHaveAttribute("aria-current", "step");
}

/** The one stage of a prepared product. */
export async function stageIdOf(url: string, productId: string): Promise<string> {
  const { body } = await apiClient(url).call("GET", `/api/products/${productId}/stages`);
  return body.items[0].id;
}
