import { route } from "@/app/_server/route";
import { AppError } from "@/lib/errors";

/** An address of the API that is none: an answer in the contract's form, not a page. */
const none = route<{ path: string[] }>(async ({ params }) => {
  throw new AppError("not_found", `There is no /api/${params.path.join("/")}.`);
});

export { none as DELETE, none as GET, none as PATCH, none as POST, none as PUT };
