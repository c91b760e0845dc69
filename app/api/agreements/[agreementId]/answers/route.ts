import { readBody, route } from "@/app/_server/route";
import { answerAgreementSchema } from "@/lib/contracts/agreements";
import { answerAgreement } from "@/lib/services/answer-agreement";

type Params = { agreementId: string };

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const answer = await readBody(request, answerAgreementSchema);
  return Response.json(await answerAgreement({ ctx, input: { ...params, answer } }));
});
