import type { DraftContent } from "@/lib/domain/draft";
import type { OtherVersion } from "./draft-keeper";
import { endUploads, moveUploads } from "./held-uploads";
import { draftPlace } from "./kept-drafts";
import type { Opened } from "./saved-draft";
import { takeTyped } from "./type-ahead";
import { withTyped } from "./typed-words";
import type { ComposerModel } from "./use-composer";

type Left = "changed_elsewhere" | "already_sent";

type Around = {
  thread: { id: number };
  viewer: { id: string };
  onCollapse: (kept: Opened) => void;
  onDiscard: (discarded: Opened) => void;
  onElsewhere: (why: Left, other: OtherVersion, left: DraftContent | null) => void;
  onHanded: (name: string, draftId: string) => void;
};

export type WaysOut = ReturnType<typeof useWaysOut>;

/** How an open composer ends, each with what stands in it by then. */
export function useWaysOut(props: Around, { content: written, keeper, sending }: ComposerModel) {
  const place = draftPlace(props.thread.id, props.viewer.id);
  const now = (): Opened => {
    const typed = takeTyped();
    const content = withTyped(written(), typed);
    if (typed) keeper.change(content);
    return { draftId: keeper.draftId, content, savedAt: keeper.savedAt, isRestored: false };
  };
  return {
    now,
    collapse: () => props.onCollapse(now()),
    discard: async () => {
      sending.end();
      await keeper.stop();
      const discarded = now();
      // Undo goes on with them.
      moveUploads(place, discarded.draftId);
      props.onDiscard(discarded);
    },
    leave: async (why: Left, other: OtherVersion = null) => {
      sending.end();
      const { content } = now();
      await keeper.stop();
      const left = why === "already_sent" && !keeper.mayHaveLeft(content) ? content : null;
      // What is left here becomes a draft of its own, and goes on with them.
      if (!left) endUploads(place);
      props.onElsewhere(why, other, left);
    },
    hand: async (name: string) => {
      await keeper.stop();
      endUploads(place);
      props.onHanded(name, keeper.draftId);
    },
  };
}
