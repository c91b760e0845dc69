import { getRuntime } from "@/app/_server/runtime";
import type { ErrorBody } from "@/lib/contracts/common";
import type { Health } from "@/lib/contracts/health";
import packageJson from "@/package.json";

export const dynamic = "force-dynamic";

/** 200 while the database can be reached, else 503. Open to any caller: it says nothing of the data. */
export async function GET(): Promise<Response> {
  try {
    const { database, backups } = await getRuntime();
    await database.ping();
    const body: Health = {
      ...{ status: "ok", database: database.kind, version: packageJson.version },
      ...(backups !== null && { backups: await backups.state() }),
    };
    return Response.json(body);
  } catch {
    const message = "The database cannot be reached.";
    const body: ErrorBody = { error: { code: "unavailable", message } };
    return Response.json(body, { status: 503 });
  }
}
