"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followChanges } from "@/lib/queries/live-changes";

const TOGETHER_MS = 150;

/** Reads the page again when a mailbox changes, so that its state is the one that the worker sees. */
export function FollowMailboxes() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = () => {
      timer = undefined;
      router.refresh();
    };
    const stop = followChanges({
      onChange: ({ kind }) => {
        if (kind === "mailbox") timer ??= setTimeout(readAgain, TOGETHER_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return null;
}
