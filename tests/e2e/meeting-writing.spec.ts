import { apiClient } from "./setup/api-client";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, patient, test } from "./setup/fixtures";
import { prepare, show, stageIdOf, startMeeting } from "./setup/meetings";

test("a draft stays where it is when the other side’s proposal lands beside it", async ({
  page,
  app,
}) => {
  const { call } = apiClient(app.url);
  const productId = await prepare(page, app.url);
  await startMeeting(page, productId);
  await show(page, "Propose and agree");
  const why = page.getByLabel("Why");
  await why.fill("Users wait for the export.");
  const terms = {
    shares: { feature: 40, upkeep: 60 },
    tolerance: 5,
    reason: "Debt slows us down.",
  };
  const proposal = { ...terms, side: "engineering", stageId: await stageIdOf(app.url, productId) };
  expect((await call("POST", `/api/products/${productId}/agreements`, proposal)).status).toBe(201);
  const theirs = page.getByRole("region", { name: "Engineering", exact: true });
  await expect(theirs).toContainText("Debt slows us down.");
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toBeVisible();
  await expect(why).toHaveValue("Users wait for the export.");
  await expect(why).toBeFocused();
  await page.keyboard.type(" All of them.");
  await expectAccessible(page, "a draft beside a proposal");
  await page.getByRole("button", { name: "Propose as product manager" }).click();
  const own = page.getByRole("region", { name: "Product manager", exact: true });
  await expect(own).toContainText("Users wait for the export. All of them.");
  await expect(own).toContainText("Waits for engineering.");
});

test("who answers a proposal that was withdrawn meanwhile reads so", async ({ page, app }) => {
  const { call } = apiClient(app.url);
  const productId = await prepare(page, app.url);
  const stageId = await stageIdOf(app.url, productId);
  const terms = { shares: { feature: 40, upkeep: 60 }, tolerance: 5, reason: "Debt." };
  const proposal = { ...terms, side: "engineering", stageId };
  const { body } = await call("POST", `/api/products/${productId}/agreements`, proposal);
  await page.goto(`/products/${productId}/agreement`);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  const withdrawn = { side: "engineering", version: 1, decision: "withdraw" };
  const answers = `/api/agreements/${body.id}/answers`;
  expect((await call("POST", answers, withdrawn)).status).toBe(200);
  await page.getByRole("button", { name: "Accept 40% as product manager" }).click();
  await expect(
    page.getByText("Your answer is not recorded. The proposal has been withdrawn."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Propose as product manager" })).toBeVisible();
});

test("what two write in one field is offered to the later one, and what came too late is kept to copy", async ({
  page,
  app,
  browser,
}) => {
  const { call } = apiClient(app.url);
  const address = await startMeeting(page, await prepare(page, app.url));
  const meeting = `/api/meetings/${address.split("/").at(-1)}`;
  const stored = async () => (await call("GET", meeting)).body.minutes.notes;
  const beside = await browser.newContext({ baseURL: app.url });
  const other = patient(await beside.newPage());
  const blockSaves = () =>
    page.route(`**${meeting}`, (route) =>
      route.request().method() === "PATCH" ? route.abort() : route.continue(),
    );

  await test.step("one person alone is never told that somebody else wrote", async () => {
    await show(page, "Record");
    await page.getByLabel("Notes").pressSequentially("The export is late. ", { delay: 40 });
    await expect(page.getByText("All is saved.")).toBeVisible();
    await expect(page.getByText("Somebody else wrote here")).toBeHidden();
    expect(await stored()).toBe("The export is late. ");
  });

  await test.step("of two texts the later writer chooses, and nothing is stored before", async () => {
    await other.goto(`${address}?screen=record`);
    await blockSaves();
    await page.getByLabel("Notes").fill("Mine");
    await expect(page.getByText(/kept in this browser and tried again/)).toBeVisible();
    await other.getByLabel("Notes").fill("Theirs");
    await expect(other.getByText("All is saved.")).toBeVisible();
    await page.unroute(`**${meeting}`);
    const both = page.getByRole("alert").filter({ hasText: "Somebody else wrote here" });
    await expect(both).toContainText("Theirs: “Theirs”");
    await expect(both).toContainText("Yours: “Mine”");
    await expectAccessible(page, "two texts of one field");
    await expect(page.getByRole("button", { name: "Close the meeting" })).toBeDisabled();
    await page.reload();
    await expect(page.getByLabel("Notes")).toHaveValue("Mine");
    expect(await stored()).toBe("Theirs");
    await both.getByRole("button", { name: "Join both" }).click();
    await expect(other.getByLabel("Notes")).toHaveValue("Theirs\nMine");
    await expect(both).toBeHidden();
  });

  await test.step("what the other side’s closing cuts off stays on the screen, and beside the record", async () => {
    await blockSaves();
    await page.getByLabel("Notes").fill("Too late");
    await other.getByRole("button", { name: "Close the meeting" }).click();
    await expect(other).toHaveURL(/\/record$/);
    const left = page.getByRole("region", { name: "Not in the record" });
    await expect(left).toContainText("Notes: Too late");
    await page.unroute(`**${meeting}`);
    await page.reload();
    await expect(page).toHaveURL(/\/record$/);
    await expect(left).toContainText("Notes: Too late");
    await expectAccessible(page, "a record and what came too late for it");
    await left.getByRole("button", { name: "Forget it" }).click();
    await page.reload();
    await expect(page.getByRole("region", { name: "Decisions" })).toBeVisible();
    await expect(left).toBeHidden();
    expect(await stored()).toBe("Theirs\nMine");
  });
  await beside.close();
});
