import type { z } from "zod";
import { insertSource } from "@/db/queries/sources";
import type { createSourceSchema, Source } from "@/lib/contracts/sources";
import { parseGithubApiUrl } from "@/lib/domain/github-api-url";
import { parseRepository } from "@/lib/domain/repository-name";
import { AppError, UpstreamError } from "@/lib/errors";
import type { ConnectionSpec } from "@/lib/sync/connections";
import { beginFirstSync } from "./begin-first-sync";
import { connectionFault } from "./connection-fault";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getSource } from "./get-source";
import { requireRight } from "./rights";

const checkTimeoutMs = 20_000;

/**
 * Connects a place to a product: checks that it can be read, stores it, starts the first sync.
 * Errors: `not_found`; `unprocessable` with the input at fault and what to do; `conflict` where the
 * product has it already. Nothing is stored unless the check succeeds.
 */
export async function createSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; source: z.output<typeof createSourceSchema> };
}): Promise<Source> {
  requireRight(ctx.actor, "manage_sources");
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId);
  const spec = githubSpec(input.source);
  const { name, url } = await check(ctx, spec);
  const id = crypto.randomUUID();
  const { token } = spec;
  const inserted = await insertSource(ctx.db, {
    workspaceId,
    id,
    productId,
    kind: spec.kind,
    identity: `${spec.apiUrl ?? "github.com"} ${name}`.toLowerCase(),
    name,
    url,
    apiUrl: spec.apiUrl,
    count: spec.count,
    settings: spec.repository,
    credential: token && ctx.secrets.seal(token, { workspaceId, sourceId: id }),
    nextRunAt: ctx.now(),
    createdAt: ctx.now(),
  });
  if (!inserted) {
    const message = `${name} is connected to this product already.`;
    throw new AppError("conflict", message, { fields: { repository: message } });
  }
  await beginFirstSync(ctx, { workspaceId, sourceId: id });
  return getSource({ ctx, input: { sourceId: id } });
}

type GithubSpec = Extract<ConnectionSpec, { kind: "github" }>;

function githubSpec(source: z.output<typeof createSourceSchema>): GithubSpec {
  const place = parseRepository(source.repository);
  if (!place.ok) throw fault("repository", place.message);
  const api = parseGithubApiUrl(source.apiUrl ?? "");
  if (!api.ok) throw fault("apiUrl", api.message);
  return {
    kind: "github",
    repository: { owner: place.owner, name: place.name },
    apiUrl: api.apiUrl ?? place.apiUrl,
    token: source.token ?? null,
    count: source.count,
  };
}

async function check(ctx: Context, spec: GithubSpec) {
  try {
    return await ctx.connections.check(spec, AbortSignal.timeout(checkTimeoutMs));
  } catch (error) {
    if (error instanceof UpstreamError) {
      throw connectionFault(error, { apiUrl: spec.apiUrl !== null });
    }
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw fault(
        spec.apiUrl === null ? "repository" : "apiUrl",
        "The tracker did not answer within 20 seconds. Try again, or check the address.",
      );
    }
    throw error;
  }
}

function fault(field: string, message: string): AppError {
  return new AppError("unprocessable", message, { fields: { [field]: message } });
}
