import { openApiDocument } from "@/lib/contracts/openapi";
import packageJson from "@/package.json";

export async function GET(): Promise<Response> {
  return Response.json(openApiDocument(packageJson.version));
}
