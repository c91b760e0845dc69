import { Skeleton } from "@mantine/core";
import { FigureSkeleton } from "@/components/ui/figure-skeleton";
import figures from "@/components/ui/figures.module.css";
import chart from "./balance-chart.module.css";
import page from "./balance-page.module.css";

/** The report's places while it loads. */
export function BalanceSkeleton() {
  return (
    <div className={page.report} aria-busy="true" role="status" aria-label="Loading the balance">
      <div>
        <Skeleton height={30} width="70%" />
        <Skeleton height={16} width="30%" mt={8} />
      </div>
      <div className={figures.row}>
        {["total", "share", "debt", "coverage"].map((name) => (
          <FigureSkeleton key={name} />
        ))}
      </div>
      <Skeleton height={20} width="60%" />
      <div className={chart.picture}>
        <Skeleton height="100%" />
      </div>
    </div>
  );
}
