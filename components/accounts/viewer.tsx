"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Side } from "@/lib/domain/agreement";
import type { Actor } from "@/lib/rights/actor";
import { mayDo, mayDoInWorkspace, sidesOf } from "@/lib/rights/may-do";
import type { ProductRight, WorkspaceRight } from "@/lib/rights/rights";

type Viewer = { actor: Actor; productId: string };

const Viewing = createContext<Viewer | null>(null);

/** Tells what stands in it who looks at which product. It hides; what is allowed the server decides. */
export function ViewerProvider({ children, ...viewer }: Viewer & { children: ReactNode }) {
  return <Viewing.Provider value={viewer}>{children}</Viewing.Provider>;
}

/** Whether the reader may do it to the product of the page. */
export function useMay(right: ProductRight): boolean {
  const viewer = useContext(Viewing);
  return viewer !== null && mayDo(viewer.actor, right, viewer.productId);
}

/** Whether the reader may do it to the workspace that the product belongs to. */
export function useMayInWorkspace(right: WorkspaceRight): boolean {
  const viewer = useContext(Viewing);
  return viewer !== null && mayDoInWorkspace(viewer.actor, right);
}

/** Whether the reader is signed in; on a machine without accounts nobody is. */
export function useIsMember(): boolean {
  return useContext(Viewing)?.actor.kind === "member";
}

/** The sides that the reader may sign for, and whether that is because there are no accounts. */
export function useSides(): { sides: readonly Side[]; local: boolean } {
  const viewer = useContext(Viewing);
  if (viewer === null) return { sides: [], local: false };
  const { actor, productId } = viewer;
  return { sides: sidesOf(actor, productId), local: actor.kind === "local" };
}

/** Whether links for others can be made: there are none on a machine without accounts. */
export function useMayShare(): boolean {
  const { local } = useSides();
  const may = useMay("agree");
  return may && !local;
}

type AllowedProps = { right: ProductRight; otherwise?: ReactNode; children: ReactNode };

/** What only those see who may use it, and what the others see in its place. */
export function Allowed({ right, otherwise = null, children }: AllowedProps) {
  return useMay(right) ? children : otherwise;
}
