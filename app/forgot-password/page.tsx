import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getOpenContext } from "@/app/_server/context";
import { ForgotPasswordPage } from "@/components/accounts/forgot-password-page";

export const metadata: Metadata = { title: "Forgot your password?" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const ctx = await getOpenContext();
  if (ctx.identity === null) notFound();
  return <ForgotPasswordPage sendsMail={ctx.mail !== null} />;
}
