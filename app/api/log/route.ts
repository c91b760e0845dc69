import { streamedFile } from "@/app/_server/items-file";
import { readQuery, route } from "@/app/_server/route";
import { listDeedsSchema } from "@/lib/contracts/deeds";
import { deedsCsvHeader, deedsCsvLine } from "@/lib/contracts/deeds-csv";
import { exportDeeds, listDeeds } from "@/lib/services/list-deeds";

export const GET = route(async ({ ctx, request }) => {
  const query = readQuery(request, listDeedsSchema);
  const { format } = query;
  if (format === "json") return Response.json(await listDeeds({ ctx, input: { query } }));
  const lines = { header: deedsCsvHeader, line: deedsCsvLine };
  return streamedFile("log", format, exportDeeds({ ctx, input: { query } }), lines);
});
