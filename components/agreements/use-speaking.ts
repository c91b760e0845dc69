"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { useSides } from "@/components/accounts/viewer";
import { type Side, sides } from "@/lib/domain/agreement";
import { spokenSide } from "./spoken-side";

const parseAsSide = parseAsStringLiteral(sides);

/**
 * For which side of a product somebody speaks, and the way to speak for another that they hold: as
 * the address says, else as last in this tab, else for the first. Null is somebody who holds none.
 */
export function useSpeaking(productId: string) {
  const name = `speaking ${productId}`;
  const { sides: held } = useSides();
  const [named, setNamed] = useQueryState("side", parseAsSide);
  const [last, setLast] = useState<Side>("pm");
  // After the first rendering, which has to be the server's.
  useEffect(() => {
    if (named) sessionStorage.setItem(name, named);
    setLast(named ?? parseAsSide.parse(sessionStorage.getItem(name) ?? "") ?? "pm");
  }, [name, named]);
  return [spokenSide(held, named ?? last), (side: Side) => void setNamed(side)] as const;
}
