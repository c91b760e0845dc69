import { exporting } from "@/app/_server/bounded";
import { itemsFile } from "@/app/_server/items-file";
import { readQuery, route } from "@/app/_server/route";
import { listItemsSchema } from "@/lib/contracts/items";
import { exportItems } from "@/lib/services/export-items";
import { listItems } from "@/lib/services/list-items";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listItemsSchema);
  const input = { ...params, query };
  if (query.format === "json") return Response.json(await listItems({ ctx, input }));
  return itemsFile(query.format, exporting({ ctx, request }, await exportItems({ ctx, input })));
});
