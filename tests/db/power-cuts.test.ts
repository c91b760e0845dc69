import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "@/lib/connectors/sample/history/random";
import { askedPowerCuts } from "@/tests/setup/power-cuts/asked-power-cuts";
import { findLoss } from "@/tests/setup/power-cuts/cut";
import { type Played, play } from "@/tests/setup/power-cuts/play";
import { RecordedFiles } from "@/tests/setup/power-cuts/recorded-files";

const { seed, count } = askedPowerCuts(6);
const turns = Math.max(40, count * 4);

describe("while people write, the power is cut", () => {
  let played: Played;
  beforeAll(async () => {
    played = await play(turns);
  });
  afterAll(() => rmSync(played.folder, { recursive: true }));

  test(`at ${count} random points (seed ${seed}), nothing acknowledged is lost`, async () => {
    const random = createRandom(seed);
    const wrong: string[] = [];
    for (let cut = 0; cut < count; cut++) {
      const at = Math.floor(random.next() * played.recorded.events.length);
      const tear = cut % 2 === 0 ? null : random.next;
      const loss = await findLoss(played, { at, tear });
      wrong.push(...loss.map((one) => `step ${at}${tear ? ", torn" : ""}: ${one}`));
    }
    expect(wrong).toEqual([]);
  }, 1_800_000);
});

/** What each leaves out, the trial above would find. */
class NamesLeftOut extends RecordedFiles {
  override flushFolder(): void {}
}
class ContentsLeftOut extends RecordedFiles {
  override flushFile(): void {}
}

test.each([
  ["the names of files", NamesLeftOut],
  ["their contents", ContentsLeftOut],
])("a file layer that does not flush %s loses what was acknowledged", async (_what, Files) => {
  const played = await play(40, (folder) => new Files(folder));
  const at = played.recorded.events.length;
  const loss = await findLoss(played, { at, tear: null });
  rmSync(played.folder, { recursive: true });
  expect(loss).not.toEqual([]);
});
