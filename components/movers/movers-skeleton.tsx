import { SeenSkeleton } from "@/components/ui/seen-section";

/** The report's place until the reader comes to it, and while it loads. */
export function MoversSkeleton() {
  return <SeenSkeleton height={260} />;
}
