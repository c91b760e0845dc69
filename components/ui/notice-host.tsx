"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { noticesWanted, subscribeToNotices } from "./notify";

const Notifications = dynamic(
  () => import("@mantine/notifications").then((module) => module.Notifications),
  { ssr: false },
);

/** Where notices appear, once the first one is wanted. */
export function NoticeHost() {
  const wanted = useSyncExternalStore(subscribeToNotices, noticesWanted, () => false);
  return wanted ? <Notifications position="bottom-center" limit={3} /> : null;
}
