"use client";

import { Table } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** How far from what is seen rows are kept, in pixels above and below. */
const kept = "2000px 0px";

type RowPageProps = { columns: number; children: ReactNode };

/**
 * One page of a table's rows. Far from what is seen it keeps its place alone, so that a list of
 * thousands scrolls as one of fifty does; whoever works in it, or prints, keeps the rows.
 */
export function RowPage({ columns, children }: RowPageProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [emptyHeight, setEmptyHeight] = useState<number | null>(null);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const look = ([entry]: IntersectionObserverEntry[]) => {
      if (!entry) return;
      const stays = entry.isIntersecting || element.contains(document.activeElement);
      setEmptyHeight(stays ? null : entry.boundingClientRect.height);
    };
    // The second margin is that of a scrolling element around it, such as a drawer.
    const margins: IntersectionObserverInit & { scrollMargin: string } = {
      rootMargin: kept,
      scrollMargin: kept,
    };
    const observer = new IntersectionObserver(look, margins);
    const showAll = () => setEmptyHeight(null);
    observer.observe(element);
    window.addEventListener("beforeprint", showAll);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", showAll);
    };
  }, []);
  return (
    <Table.Tbody ref={body}>
      {emptyHeight === null ? (
        children
      ) : (
        <Table.Tr aria-hidden="true">
          <Table.Td colSpan={columns} p={0} h={emptyHeight} />
        </Table.Tr>
      )}
    </Table.Tbody>
  );
}
