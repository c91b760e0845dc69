import { route } from "@/app/_server/route";
import { undoBatch } from "@/lib/services/undo-batch";

export const DELETE = route<{ batchId: string }>(async ({ ctx, params }) =>
  Response.json(await undoBatch({ ctx, input: params })),
);
