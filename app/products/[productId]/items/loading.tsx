import { ListSkeleton } from "@/components/items/list-skeleton";

export default function Loading() {
  return <ListSkeleton />;
}
