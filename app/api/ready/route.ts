import { stageOfProcess } from "@/app/_server/readiness";
import { getRuntime } from "@/app/_server/runtime";
import type { ErrorBody } from "@/lib/contracts/common";
import type { Readiness } from "@/lib/contracts/health";

export const dynamic = "force-dynamic";

/**
 * 200 while requests may be sent here; 503 until the database is migrated, while it cannot be
 * reached, and from the moment the process is told to stop. Open to any caller.
 */
export async function GET(): Promise<Response> {
  const stage = stageOfProcess();
  if (stage !== "ready") return notReady(`The server is ${stage}.`);
  try {
    await (await getRuntime()).database.ping();
  } catch {
    return notReady("The database cannot be reached.");
  }
  const body: Readiness = { status: "ready" };
  return Response.json(body);
}

function notReady(message: string): Response {
  const body: ErrorBody = { error: { code: "unavailable", message } };
  return Response.json(body, { status: 503 });
}
