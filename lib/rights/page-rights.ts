import { anyone, inWorkspace, of, person, type Who } from "./who";

const product = of("productId", "read");

/** The pages and who may open them, as the routes; a test holds it to the pages that there are. */
export const pageRights: Readonly<Record<string, Who>> = {
  "/about/ranges": anyone,
  "/definitions": anyone,
  "/sign-in": anyone,
  "/join": anyone,
  "/forgot-password": anyone,
  "/new-password": anyone,
  "/shared/[secret]": anyone,
  "/people": person,
  "/log": inWorkspace("read_log"),
  "/": inWorkspace("list"),
  "/new": inWorkspace("create_products"),
  "/portfolio": inWorkspace("list"),
  "/products/[productId]": product,
  "/products/[productId]/agreement": product,
  "/products/[productId]/audit": product,
  "/products/[productId]/balance": product,
  "/products/[productId]/contested": product,
  "/products/[productId]/digest": product,
  "/products/[productId]/forecast": product,
  "/products/[productId]/items": product,
  "/products/[productId]/meetings": product,
  "/products/[productId]/meetings/[meetingId]": product,
  "/products/[productId]/meetings/[meetingId]/record": product,
  "/products/[productId]/model": product,
  "/products/[productId]/plan": product,
  "/products/[productId]/rules": product,
  "/products/[productId]/settings": product,
  "/products/[productId]/sources": product,
  "/products/[productId]/triage": product,
};
