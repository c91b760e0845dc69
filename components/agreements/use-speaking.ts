"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { useSides } from "@/components/accounts/viewer";
import { type Side, sides } from "@/lib/domain/agreement";

const parseAsSide = parseAsStringLiteral(sides);

/**
 * For which side of a product somebody speaks, and the way to speak for the other: as the address
 * says, else as last in this tab, else for the product manager.
 */
export function useSpeaking(productId: string) {
  const name = `speaking ${productId}`;
  const { sides: held, local } = useSides();
  const [named, setNamed] = useQueryState("side", parseAsSide);
  const [last, setLast] = useState<Side>("pm");
  // After the first rendering, which has to be the server's.
  useEffect(() => {
    if (named) sessionStorage.setItem(name, named);
    setLast(named ?? parseAsSide.parse(sessionStorage.getItem(name) ?? "") ?? "pm");
  }, [name, named]);
  // With accounts a person speaks for the side they hold: there is nothing to choose.
  const [own] = held;
  const spoken = local ? (named ?? last) : (own ?? named ?? last);
  return [spoken, (side: Side) => void setNamed(side)] as const;
}
