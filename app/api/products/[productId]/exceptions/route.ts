import { readBody, route } from "@/app/_server/route";
import { proposeExceptionSchema } from "@/lib/contracts/agreements";
import { listAgreements } from "@/lib/services/list-agreements";
import { proposeException } from "@/lib/services/propose-exception";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await listAgreements({ ctx, input: { ...params, exceptions: true } })),
);

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const proposal = await readBody(request, proposeExceptionSchema);
  const input = { ...params, proposal };
  return Response.json(await proposeException({ ctx, input }), { status: 201 });
});
