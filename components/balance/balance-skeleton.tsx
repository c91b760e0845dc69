import { Skeleton } from "@mantine/core";
import chart from "./balance-chart.module.css";
import page from "./balance-page.module.css";
import figures from "./figures.module.css";

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
          <div key={name} className={figures.figure}>
            <Skeleton height={14} width="50%" mb={8} />
            <Skeleton height={24} width="35%" mb={8} />
            <Skeleton height={12} width="60%" />
          </div>
        ))}
      </div>
      <Skeleton height={20} width="60%" />
      <div className={chart.picture}>
        <Skeleton height="100%" />
      </div>
    </div>
  );
}
