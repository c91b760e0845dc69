import { route } from "@/app/_server/route";
import { AppError } from "@/lib/errors";

/** An address of the API that is none, `/api` among them: an answer in the contract's form, not a page. */
const none = route<{ path?: string[] }>(async ({ request }) => {
  throw new AppError("not_found", `There is no ${new URL(request.url).pathname}.`);
});

export { none as DELETE, none as GET, none as PATCH, none as POST, none as PUT };
