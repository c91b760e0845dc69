"use client";

import { useIntersection } from "@mantine/hooks";
import { type ReactNode, useEffect, useState } from "react";

type WhenSeenProps = { placeholder: ReactNode; children: ReactNode };

/** Shows what is below the fold once the reader comes to it, so that it delays nothing above. */
export function WhenSeen({ placeholder, children }: WhenSeenProps) {
  const { ref, entry } = useIntersection<HTMLDivElement>();
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (entry?.isIntersecting) setSeen(true);
  }, [entry]);
  return <div ref={ref}>{seen ? children : placeholder}</div>;
}
