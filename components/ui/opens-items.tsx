"use client";

import { createContext, useContext } from "react";

/** Whether numbers open the items behind them; on a shared page there is no way to these. */
export const OpensItems = createContext(true);

export function useOpensItems(): boolean {
  return useContext(OpensItems);
}
