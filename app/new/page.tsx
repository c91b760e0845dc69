import type { Metadata } from "next";
import { FirstRun } from "@/components/sources/first-run";

export const metadata: Metadata = { title: "Connect a repository or project" };

export default function NewProduct() {
  return <FirstRun again />;
}
