"use client";

import { useEffect, useState } from "react";

const tickMs = 30_000;

/** Milliseconds since 1970, from the server's clock at first and moving on every half minute. */
export function useNow(initial: number): number {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
