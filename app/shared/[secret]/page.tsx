import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getOpenContext } from "@/app/_server/context";
import { SharedPage } from "@/components/accounts/shared-page";
import { AppError } from "@/lib/errors";
import { getShared } from "@/lib/services/get-shared";

// The address is the secret: it is told to no other server, and no search engine keeps it.
export const metadata: Metadata = {
  title: "Shared with you",
  referrer: "no-referrer",
  robots: { index: false },
};
export const dynamic = "force-dynamic";

type PageProps = { params: Promise<{ secret: string }> };

export default async function Page({ params }: PageProps) {
  const ctx = await getOpenContext();
  try {
    return <SharedPage shared={await getShared({ ctx, input: await params })} />;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
