"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { addUnseen } from "./unseen";

type WhenSeenProps = { placeholder: ReactNode; children: ReactNode };

/** What nobody scrolls to, or prints, is neither loaded nor asked for: a heading at the fold is not enough. */
export function WhenSeen({ placeholder, children }: WhenSeenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !place.current) return;
    const show = () => setSeen(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) show();
      },
      { rootMargin: "0px 0px -120px" },
    );
    observer.observe(place.current);
    const forget = addUnseen(show);
    window.addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      forget();
      window.removeEventListener("beforeprint", show);
    };
  }, [seen]);
  return seen ? children : <div ref={place}>{placeholder}</div>;
}
