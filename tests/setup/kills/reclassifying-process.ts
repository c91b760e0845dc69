import { setTimeout as delay } from "node:timers/promises";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { listUnfinishedReclassifications } from "@/db/queries/reclassifications";
import { noModel } from "@/lib/sync/product-classifier";
import { Reclassifier } from "@/lib/sync/reclassifier";

/** Reclassifies what is asked for, as the product does, saying a word a batch, then ends. */
async function work([engine = "", place = ""]: string[]): Promise<void> {
  const database = await (engine === "server" ? openServer(place) : openEmbedded(place));
  const { db } = database;
  const reclassifier = new Reclassifier({
    db,
    now: () => new Date(),
    modelOf: async (...asked) => {
      process.stdout.write("batch\n");
      return noModel(...asked);
    },
    sleep: async (ms, signal) => {
      await delay(Math.min(ms, 20), undefined, { signal });
    },
    log: { info: () => undefined, error: () => undefined },
  });
  reclassifier.begin();
  while ((await listUnfinishedReclassifications(db)).length > 0) await delay(20);
  await reclassifier.stop();
  await database.close();
}

await work(process.argv.slice(2));
