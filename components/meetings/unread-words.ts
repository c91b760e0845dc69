import { ApiError } from "@/components/ui/api";

/** Why a meeting is not read any more: nobody answers, or who reads it may not, or not now. */
export function unreadWords(error: Error): string {
  const isRefusal = error instanceof ApiError && error.status > 0 && error.status < 500;
  return isRefusal
    ? `What others write is not shown now: ${error.message}`
    : "The connection is lost: what is typed is kept, and tried again.";
}
