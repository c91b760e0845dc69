import { BalanceSkeleton } from "@/components/balance/balance-skeleton";

export default function Loading() {
  return <BalanceSkeleton />;
}
