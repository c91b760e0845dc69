import type { Metadata } from "next";
import { DefinitionsPage } from "@/components/definitions/definitions-page";

export const metadata: Metadata = { title: "What the categories mean" };

export default function Page() {
  return <DefinitionsPage />;
}
