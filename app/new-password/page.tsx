import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getOpenContext } from "@/app/_server/context";
import { NewPasswordPage } from "@/components/accounts/new-password-page";

export const metadata: Metadata = { title: "A new password", referrer: "no-referrer" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const ctx = await getOpenContext();
  if (ctx.identity === null) notFound();
  return <NewPasswordPage />;
}
