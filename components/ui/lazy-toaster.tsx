"use client";

import { useEffect, useState } from "react";
import { onFirstSign } from "./first-sign";
import { late } from "./late";
import { onLateFailure } from "./late-failures";
import { toast } from "./toast";
import { hasWaitingToasts, onWaitingToast } from "./toast-queue";

const Toaster = late(() => import("./toaster").then((file) => file.Toaster));

type LazyToasterProps = {
  closeLabel: string;
  /** Said when a part of the page could not be read. */
  failedLabel: string;
};

/**
 * Loads what draws toasts with the first press on the page, long before the first of them: one that says that the network is
 * gone could not be loaded then.
 */
export function LazyToaster({ closeLabel, failedLabel }: LazyToasterProps) {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    if (hasWaitingToasts()) want();
    const stops = [onWaitingToast(want), onFirstSign(Toaster.load, want)];
    return () => stops.forEach((stop) => stop());
  }, []);
  useEffect(() => onLateFailure(() => void toast(failedLabel, { tone: "bad", id: "late-failure" })), [failedLabel]);
  return isWanted ? <Toaster closeLabel={closeLabel} /> : null;
}
