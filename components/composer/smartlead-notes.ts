import type { SmartleadOfThread } from "@/lib/domain/smartlead";

type Written = { hasFiles: boolean; isScheduled: boolean };

/** Which warnings a reply through Smartlead wants, the gravest first. */
export function smartleadNotes(
  { isOpen, areFilesReachable, handsOver }: SmartleadOfThread,
  { hasFiles, isScheduled }: Written,
): ("closed" | "files" | "handsOver")[] {
  return [
    ...(isOpen ? [] : (["closed"] as const)),
    ...(hasFiles && !areFilesReachable ? (["files"] as const) : []),
    ...(isScheduled && handsOver ? (["handsOver"] as const) : []),
  ];
}
