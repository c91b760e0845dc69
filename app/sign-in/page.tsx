import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { readWaysIn } from "@/app/sign-in-ways";
import { returnPath } from "@/components/accounts/return-path";
import { SignInPage } from "@/components/accounts/sign-in-page";
import { readSignInFailure } from "@/lib/domain/sign-in-failure";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

const loadAsked = createLoader({ next: parseAsString, error: parseAsString });

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await loadAsked(searchParams);
  const next = returnPath(asked.next);
  const { isIn, ...ways } = await readWaysIn();
  if (isIn) redirect(next);
  return <SignInPage {...ways} next={next} failure={readSignInFailure(asked.error)} />;
}
