// First file of `npm run backup`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() =>
  import("./serve/run-bundled.mjs").then(({ runBundled }) =>
    runBundled("scripts/backup/make-backup.ts", process.argv.slice(2)),
  ),
);
