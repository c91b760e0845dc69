import type { ErrorBody } from "@/lib/contracts/common";
import { noticeRefusal, pageWorkspaceHeaders } from "./page-workspace";
import { noticeStatus } from "./session-end";

/** A refusal of the API, or its silence (`code: "unreachable"`, status 0). The message is for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Which inputs are at fault, each with what to do. */
  readonly fields: Record<string, string>;

  constructor(status: number, error: ErrorBody["error"]) {
    super(error.message);
    this.name = "ApiError";
    this.status = status;
    this.code = error.code;
    this.fields = error.fields ?? {};
  }
}

export type QueryParameters = Record<
  string,
  string | number | readonly string[] | null | undefined
>;

/** `?a=1&b=2&b=3`; lists repeat their name, and what is empty is left out. */
export function queryString(parameters: QueryParameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** Reads `path` of our own API. Throws ApiError. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, signal ? { signal } : {});
}

/**
 * Sends a change to our own API; `undefined` bodies are sent as none. With `keepalive` a small one
 * arrives though the page is left. Throws ApiError.
 */
export function sendJson<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  how: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<T> {
  const init = { method, ...how };
  if (body === undefined) return request<T>(path, init);
  const headers = { "content-type": "application/json" };
  return request<T>(path, { ...init, headers, body: JSON.stringify(body) });
}

type Init = Omit<RequestInit, "headers"> & { headers?: Record<string, string> };

async function request<T>(path: string, init: Init): Promise<T> {
  const headers = { ...init.headers, ...pageWorkspaceHeaders(path) };
  const response = await fetch(path, { ...init, headers }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, {
      code: "unreachable",
      message: "Backlog Balance does not answer. Check that it is still running, then try again.",
    });
  });
  const text = await response.text();
  noticeStatus(path, response.status);
  if (!response.ok) {
    const refusal = readError(text, response.status);
    noticeRefusal(refusal);
    throw new ApiError(response.status, refusal);
  }
  return readAnswer<T>(text);
}

/** The one cast: our routes answer the contract they declare, which their own tests hold them to. */
function readAnswer<T>(text: string): T {
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

function readError(text: string, status: number): ErrorBody["error"] {
  try {
    return readAnswer<ErrorBody>(text).error;
  } catch {
    return { code: "internal", message: `The server failed (status ${status}). Try again.` };
  }
}
