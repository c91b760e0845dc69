import { createHash } from "node:crypto";
import { UpstreamError } from "@/lib/errors";
import type { GithubClient } from "./client";
import type { GithubMemory, KnownNames, KnownPage } from "./memory";
import type { Asking } from "./request";

/** With the walk's one request, a sync that finds nothing new stays at three. */
const pagesAtOnce = 2;

/** The events that are kept: histories stored before there were more of them are read once again. */
const keptSince = "assigned";

/**
 * A digest of the names of all labels and issue types: renaming one touches no issue. Pages that are
 * as they were cost no quota. Of more than two, two are looked at each time, by turns. Null where
 * the server does not let them be seen.
 */
export async function fingerprintNames(
  client: GithubClient,
  { memory, place }: { memory: GithubMemory["names"]; place: string },
  asking: Asking,
): Promise<string | null> {
  const known = memory.get(place);
  memory.delete(place);
  try {
    const again = known && (await lookAgain(client, known, asking));
    const names = again ?? { pages: await readAll(client, asking), turn: 0 };
    memory.set(place, names);
    return digestOf([keptSince, ...names.pages.map(({ digest }) => digest)]);
  } catch (error) {
    // The walk meets the same trouble and reports it.
    if (isRefusal(error)) return null;
    throw error;
  }
}

async function readAll(client: GithubClient, asking: Asking): Promise<KnownPage[]> {
  const types = await readPage(client, { kind: "issue-types", number: 1 }, asking);
  const pages = [types];
  const seen = new Set<string>();
  for (let number = 1; ; number += 1) {
    const page = await readPage(client, { kind: "labels", number }, asking);
    pages.push(page);
    if (!page.hasNext) return pages;
    if (seen.has(page.digest)) throw endless();
    seen.add(page.digest);
  }
}

/** Null where the list has another length now, so that its pages do not compare any more. */
async function lookAgain(
  client: GithubClient,
  { pages, turn }: KnownNames,
  asking: Asking,
): Promise<KnownNames | null> {
  const renewed = [...pages];
  for (let step = 0; step < Math.min(pagesAtOnce, pages.length); step += 1) {
    const index = (turn + step) % pages.length;
    const known = pages[index];
    if (known === undefined) continue;
    const page = await readPage(client, known, asking);
    if (page.hasNext !== known.hasNext) return null;
    renewed[index] = page;
  }
  return { pages: renewed, turn: (turn + pagesAtOnce) % pages.length };
}

type Place = Pick<KnownPage, "kind" | "number">;

async function readPage(
  client: GithubClient,
  page: Place | KnownPage,
  asking: Asking,
): Promise<KnownPage> {
  const { kind, number } = page;
  const knownEtag = "etag" in page ? page.etag : null;
  try {
    const answer = await client.listNamed(kind, { number, knownEtag }, asking);
    if (answer === null) return "etag" in page ? page : noPage(page);
    const digest = digestOf(answer.items.map(({ id, name }) => [id, name]));
    return { kind, number, digest, etag: answer.etag, hasNext: answer.hasNext };
  } catch (error) {
    // People's own repositories and older servers have no issue types.
    if (kind === "issue-types" && isRefusal(error)) return noPage(page);
    throw error;
  }
}

function noPage({ kind, number }: Place): KnownPage {
  return { kind, number, digest: "none", etag: null, hasNext: false };
}

function endless(): UpstreamError {
  const message = "The pages of the label list repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}

function isRefusal(error: unknown): boolean {
  const isLimit = error instanceof UpstreamError && error.reason === "rate_limited";
  return error instanceof UpstreamError && !isLimit && [403, 404].includes(error.status ?? 0);
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
