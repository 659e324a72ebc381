import type { DraftContent } from "@/lib/domain/draft";
import type { DraftKeeper } from "./draft-keeper";
import type { ComposerFile } from "./files";

/** The draft as the server has it, or why it cannot be handed over as it is. */
export type DraftToHand = { draftId: string } | { problem: "uploading" | "failed_file" | "conflict" | "offline" };

/** Saves what is written and saves nothing after it. What only this window has would stay behind: that is said instead. */
export async function draftToHand(
  keeper: DraftKeeper,
  content: DraftContent,
  files: Pick<ComposerFile, "state">[],
): Promise<DraftToHand> {
  const isAny = (state: ComposerFile["state"]) => files.some((file) => file.state === state);
  if (isAny("uploading")) return { problem: "uploading" };
  if (isAny("failed")) return { problem: "failed_file" };
  keeper.change(content);
  await keeper.flush();
  if (keeper.snapshot().state === "changed_elsewhere") return { problem: "conflict" };
  if (keeper.unsaved) return { problem: "offline" };
  await keeper.stop({ forget: false });
  return { draftId: keeper.draftId };
}
