import { readBody, route } from "@/app/_server/route";
import { proposeAgreementSchema } from "@/lib/contracts/agreements";
import { listAgreements } from "@/lib/services/list-agreements";
import { proposeAgreement } from "@/lib/services/propose-agreement";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await listAgreements({ ctx, input: { ...params, exceptions: false } })),
);

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const proposal = await readBody(request, proposeAgreementSchema);
  const input = { ...params, proposal };
  return Response.json(await proposeAgreement({ ctx, input }), { status: 201 });
});
