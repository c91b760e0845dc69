import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getOpenContext } from "@/app/_server/context";
import { getProviders } from "@/app/_server/providers";
import { SignInPage } from "@/components/accounts/sign-in-page";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const { actor } = await getOpenContext();
  if (actor.kind !== "nobody") redirect("/");
  return <SignInPage providers={await getProviders()} />;
}
